import { expect, test } from 'vitest';
import { beside, firstThatFits, monthsFrom, tasksOf } from './revisions';

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

const months = ['2026-01', '2026-02', '2026-03', '2026-04'].map((period) => ({ period, value: '5' }));
const sum = { id: 'm', unitOfMeasure: '', decimals: 0, aggregation: 'SUM', direction: 'INCREASE' } as const;

test('months before a revision stay, the later ones are as they are typed', () =>
  expect(monthsFrom(months, '2026-03', new Map([['2026-01', '9'], ['2026-04', '7']])).map(({ value }) => value)).toEqual(['5', '5', null, '7']));

test.each([
  ['the month that it is', '20', '2026-03-10', '2026-03'],
  ['the last one whose former months leave something', '12', '2026-04-10', '2026-03'],
  ['the month that it is where none does', '-1', '2026-04-10', '2026-04'],
  ['the first of a cycle to come', '20', '2025-12-31', '2026-01'],
  ['the month that it is while no target is typed', null, '2026-02-01', '2026-02'],
])('a revision begins with %s', (_, target, today, month) => expect(firstThatFits(months, target, sum, today)).toBe(month));
