import { expect, test } from 'vitest';
import { beside, tasksOf } from './revisions';

test('months stand beside those before them, changed ones as such', () =>
  expect(beside([{ period: '2026-01', value: '5' }, { period: '2026-02', value: '5' }], [{ period: '2026-01', value: '5' }, { period: '2026-02', value: '2' }, { period: '2026-03', value: '1' }])).toEqual([
    { period: '2026-01', before: '5', after: '5', isChanged: false },
    { period: '2026-02', before: '5', after: '2', isChanged: true },
    { period: '2026-03', before: null, after: '1', isChanged: true },
  ]));

test('who decides may approve and reject', () => {
  expect(tasksOf({ viewerMay: ['DECIDE'] })).toEqual(['APPROVE', 'REJECT']);
  expect(tasksOf({ viewerMay: ['UNDO'] })).toEqual(['UNDO']);
  expect(tasksOf({ viewerMay: [] })).toEqual([]);
});
