import { describe, expect, it } from 'vitest';
import type { Role } from '../../../api/graphql';
import { draftOf, editOf, proposedUnder } from './objectiveValues';

const person = { id: 'p', name: '周启明', employeeNumber: 'E0111', unit: { id: 'u' } };
const drafter = (roles: Role[] = ['MEMBER'], led: string[] = []) => ({ viewer: { person, roles }, ledUnitIds: new Set(led) });
const values = { ...proposedUnder(null, drafter()), title: 'A', measureId: 'm', target: '10.5', description: 'Why' };

describe('proposedUnder', () => {
  it.each([
    ['an executive the company’s', drafter(['EXECUTIVE']), { level: 'COMPANY', unitId: 'u' }],
    ['a leader his unit’s', drafter(['LEADER'], ['u']), { level: 'TEAM', unitId: 'u' }],
    ['a leader of another unit that one’s', drafter(['LEADER'], ['v']), { level: 'TEAM', unitId: 'v' }],
    ['a member his own', drafter(), { level: 'PERSONAL', unitId: 'u' }],
  ])('proposes to %s', (_, who, proposed) => expect(proposedUnder(null, who)).toMatchObject(proposed));
});

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
