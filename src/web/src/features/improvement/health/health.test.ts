import { expect, it } from 'vitest';
import { chartOf, monthsBetween } from './health';

it('knows the months of a cycle', () => {
  expect(monthsBetween('2026-11-15', '2027-02-01')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  expect(monthsBetween('2027-01-01', '2027-01-31')).toEqual(['2027-01']);
});

it('draws shares up to a hundred, months without news left out', () => {
  const chart = chartOf({ cause: 'SLOGANS', threshold: '75', trend: [{ period: '2027-01', value: '50' }, { period: '2027-04', value: '100' }] }, monthsBetween('2027-01-01', '2027-04-30'), 80, 40);
  expect(chart.limit).toBe(10);
  expect(chart.points.map(({ x, y }) => [x, y])).toEqual([[10, 20], [70, 0]]);
});

it('draws a load below what is most', () => {
  const chart = chartOf({ cause: 'PAPERWORK', threshold: '120', trend: [{ period: '2027-01', value: '240' }] }, ['2027-01'], 80, 40);
  expect(chart.limit).toBeGreaterThan(20);
  expect(chart.points[0]?.y).toBeLessThan(3);
});
