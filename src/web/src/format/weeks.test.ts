import { describe, expect, test } from 'vitest';
import { addDays } from './dates';
import { daysOf, weekOf } from './weeks';

describe('ISO weeks', () => {
  test.each([
    ['2026-01-01', '2026-W01'],
    ['2026-11-26', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
  ])('%s falls in %s', (day, week) => expect(weekOf(day)).toBe(week));

  test('begin on a Monday and end on a Sunday', () => {
    expect(daysOf('2026-W48')).toEqual({ monday: '2026-11-23', sunday: '2026-11-29' });
    expect(daysOf('2026-W53')).toEqual({ monday: '2026-12-28', sunday: '2027-01-03' });
  });

  test.each(['2026-W00', '2026-W54', '2025-W53', '2026-48', '', 'week'])('%s is none', (week) => expect(daysOf(week)).toBeNull());

  test('each day falls in the week whose days it is among', () => {
    for (let day = '2019-12-20'; day < '2033-01-15'; day = addDays(day, 1)) {
      const days = daysOf(weekOf(day));
      expect(days !== null && days.monday <= day && day <= days.sunday, day).toBe(true);
    }
  });
});
