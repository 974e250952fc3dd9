import { describe, expect, it } from 'vitest';
import { inputOf, splitFor } from './allocation';

const parent = { id: 'p', version: 3 };

describe('what is asked of the server', () => {
  it('leaves out factors without weight, and names no recipients while all take part', () => {
    const input = inputOf(parent, { ...splitFor('PERSON'), weights: { RELATIVE_STRENGTH: '10', HISTORY: null } }, ['a', 'b']);
    expect(input.factors).toEqual([{ factor: 'RELATIVE_STRENGTH', weight: '10' }]);
    expect([input.recipientIds, input.expectedVersion, input.stretchPercent]).toEqual([null, 3, '0']);
  });

  it('forgets what was fixed or named for those who get nothing', () => {
    const split = { ...splitFor('REGION'), without: new Set(['b']), locks: new Map([['a', '1'], ['b', '2']]), owners: new Map([['b', { id: 'x', label: 'X' }]]) };
    const input = inputOf(parent, split, ['a', 'b']);
    expect(input.recipientIds).toEqual(['a']);
    expect(input.locks).toEqual([{ recipientId: 'a', value: '1' }]);
    expect(input.owners).toEqual([]);
  });
});
