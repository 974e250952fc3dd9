import { describe, expect, it } from 'vitest';
import { draftOf, editOf, proposedUnder } from './objectiveValues';

const drafter = { id: 'p', name: '周启明', employeeNumber: 'E0111', unit: { id: 'u' } };
const values = { ...proposedUnder(null, drafter), title: 'A', measureId: 'm', target: '10.5', description: 'Why' };

describe('draftOf', () => {
  it('sends what was filled in, and null for the rest', () => {
    expect(draftOf(values, 'c', 'parent')).toMatchObject({ cycleId: 'c', parentId: 'parent', title: 'A', ownerId: 'p', unitId: 'u', target: '10.5', description: 'Why', contribution: null, baseline: null });
  });
});

describe('editOf', () => {
  it('sends only what differs', () => expect(editOf(values, { ...values, title: 'B' }, 'id', 3)).toEqual({ id: 'id', expectedVersion: 3, title: 'B' }));

  it('clears what was emptied', () => {
    expect(editOf(values, { ...values, description: '', ownerId: null }, 'id', 3)).toEqual({ id: 'id', expectedVersion: 3, description: null, ownerId: null });
  });

  it('sends nothing when nothing differs', () => expect(editOf(values, { ...values }, 'id', 3)).toEqual({ id: 'id', expectedVersion: 3 }));
});
