import { expect, it } from 'vitest';
import type { CycleStatus, ObjectiveLevel, ObjectiveStatus, Role } from '../../../api/graphql';
import { mayWrite, writableLevels } from './mayWrite';

const viewer = (id: string, roles: Role[] = ['MEMBER'], led: string[] = []) => ({ viewer: { person: { id }, roles }, ledUnitIds: new Set(led) });
const objective = (level: ObjectiveLevel, ownerId: string, chain: string[] = [], status: ObjectiveStatus = 'DRAFT', cycle: CycleStatus = 'SETTING') => ({
  level,
  status,
  unit: { id: 'u' },
  owner: { id: ownerId, chain: chain.map((id) => ({ id })) },
  cycle: { status: cycle },
});

it.each([
  ['an executive all', viewer('x', ['EXECUTIVE']), objective('COMPANY', 'o'), true],
  ['a leader what is in his unit', viewer('x', ['LEADER'], ['u']), objective('TEAM', 'o'), true],
  ['no leader the company’s', viewer('o', ['LEADER'], ['u']), objective('COMPANY', 'o'), false],
  ['a leader what belongs to those below', viewer('boss', ['LEADER']), objective('PERSONAL', 'o', ['boss']), true],
  ['nobody a unit’s for owning it alone', viewer('o'), objective('TEAM', 'o'), false],
  ['everyone his own', viewer('o'), objective('PERSONAL', 'o'), true],
  ['nobody a stranger’s', viewer('x', ['ADMINISTRATOR']), objective('PERSONAL', 'o'), false],
  ['nobody what ended', viewer('x', ['EXECUTIVE']), objective('COMPANY', 'o', [], 'ACHIEVED'), false],
  ['nobody in a closed cycle', viewer('x', ['EXECUTIVE']), objective('COMPANY', 'o', [], 'DRAFT', 'CLOSED'), false],
])('lets %s', (_, who, what, may) => expect(mayWrite(who, what)).toBe(may));

it.each([
  ['executives all', viewer('x', ['EXECUTIVE']), ['COMPANY', 'TEAM', 'REGION', 'CUSTOMER', 'POSITION', 'PERSONAL']],
  ['leaders all but the company’s', viewer('x', ['LEADER'], ['u']), ['TEAM', 'REGION', 'CUSTOMER', 'POSITION', 'PERSONAL']],
  ['auditors none', viewer('x', ['AUDITOR', 'LEADER'], ['u']), []],
  ['members none of a unit', viewer('x'), ['REGION', 'CUSTOMER', 'POSITION', 'PERSONAL']],
])('offers %s', (_, who, levels) => expect(writableLevels(who)).toEqual(levels));
