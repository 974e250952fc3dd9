import { describe, expect, test } from 'vitest';
import { changesOf, concerns, debtorsOf, nextOf, type OwedReport } from './week';

const owed = (owner: string, status: 'DUE' | 'MISSED'): OwedReport => ({ id: `${owner} ${status}`, date: '2026-01-31', status, objective: { id: 'o', title: 'o', owner: { id: owner, name: owner } } });

test('whoever missed most comes first, then who owes most', () => {
  const debtors = debtorsOf([owed('due', 'DUE'), owed('due', 'DUE'), owed('one', 'DUE'), owed('late', 'MISSED'), owed('late', 'DUE')]);
  expect(debtors.map(({ id, due, missed }) => [id, due, missed])).toEqual([['late', 1, 1], ['due', 2, 0], ['one', 1, 0]]);
});

describe('what comes next', () => {
  const open = { status: 'OPEN', route: 'COORDINATE', routed: false, viewerMay: ['ROUTE', 'SETTLE'] } as const;
  test.each([
    ['decide', {}],
    ['settle', { routed: true }],
    ['settle', { route: 'SETTLE_TOGETHER' }],
    ['others', { route: 'SETTLE_TOGETHER', viewerMay: ['ROUTE'] }],
    ['meeting', { route: 'OFFICE_MEETING', routed: true, viewerMay: ['ROUTE'] }],
    ['request', { route: 'TARGET_REVISION', routed: true, viewerMay: ['ROUTE', 'REQUEST_REVISION'] }],
    ['revision', { route: 'TARGET_REVISION', routed: true, viewerMay: ['ROUTE'] }],
    ['figures', { status: 'RESOLVED' }],
    ['over', { status: 'CLOSED' }],
  ] as const)('%s', (next, changes) => expect(nextOf({ ...open, ...changes })).toBe(next));
});

test('healths that none had or has are left out', () => {
  const none = { objectives: 0, onTrack: 0, atRisk: 0, offTrack: 0, achieved: 0, unknown: 0, exempt: 0, attainment: null };
  expect(changesOf({ ...none, offTrack: 2 }, { ...none, onTrack: 1 })).toEqual([
    { health: 'OFF_TRACK', before: 2, after: 0 },
    { health: 'ON_TRACK', before: 0, after: 1 },
  ]);
});

test('a meeting concerns who attends, who leads the unit, and who belongs to it', () => {
  const unit = (id: string, parent: string | null) => ({ id, code: id, name: id, kind: 'TEAM' as const, active: true, leader: null, parent: parent === null ? null : { id: parent } });
  const workspace = {
    viewer: { person: { id: 'me', name: '', employeeNumber: '', unit: { id: 'team', name: '' } }, roles: [] },
    ledUnitIds: new Set(['led']),
    organization: { name: '', timeZone: 'UTC', currency: 'CNY', root: { id: 'root' }, units: [unit('root', null), unit('team', 'root'), unit('led', 'root'), unit('other', 'root')] },
  };
  const of = (id: string, attends = false) => concerns({ unit: { id, name: id }, attendees: attends ? [{ id: 'me' }] : [] }, workspace);
  expect([of('team'), of('root'), of('led'), of('other'), of('other', true)]).toEqual([true, true, true, false, true]);
});
