import { describe, expect, it } from 'vitest';
import { mayWaive, type FindingKind } from './findings';

const of = (kind: FindingKind, superior: string | null = 'superior') => ({ kind, objective: { owner: { id: 'owner', superior: superior === null ? null : { id: superior } } } });

describe('a finding', () => {
  it('is waived by who stands above the owner’s superior', () => {
    expect(mayWaive(of('NOT_PHASED'), 'higher', true)).toBe(true);
    expect(mayWaive(of('NOT_PHASED'), 'superior', true)).toBe(false);
    expect(mayWaive(of('NOT_PHASED'), 'owner', true)).toBe(false);
    expect(mayWaive(of('NOT_PHASED'), 'higher', false)).toBe(false);
    expect(mayWaive(of('NOT_PHASED', null), 'other executive', true)).toBe(true);
  });

  it('about open help is not waived but answered', () => {
    expect(mayWaive(of('SUPPORT_OPEN'), 'higher', true)).toBe(false);
  });
});
