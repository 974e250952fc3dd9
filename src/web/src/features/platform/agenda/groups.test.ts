import { describe, expect, test } from 'vitest';
import { endOfWeek, grouped, groupOf } from './groups';

const item = (due: string | null, overdue = false) => ({ due, overdue });

describe('the groups of an agenda', () => {
  test('a week ends with its Sunday', () => {
    expect(endOfWeek('2026-11-26')).toBe('2026-11-29');
    expect(endOfWeek('2026-11-29')).toBe('2026-11-29');
    expect(endOfWeek('2026-11-30')).toBe('2026-12-06');
  });

  test('an item stands by its day', () => {
    expect(groupOf(item('2026-11-25', true), '2026-11-26')).toBe('overdue');
    expect(groupOf(item('2026-11-26'), '2026-11-26')).toBe('today');
    expect(groupOf(item('2026-11-29'), '2026-11-26')).toBe('week');
    expect(groupOf(item('2026-11-30'), '2026-11-26')).toBe('later');
    expect(groupOf(item(null), '2026-11-26')).toBe('undated');
  });

  test('groups come in order, and only those that hold something', () => {
    const parts = grouped([item('2026-01-01', true), item('2027-01-01'), item(null), item(null)], '2026-11-26');
    expect(parts.map((part) => [part.group, part.items.length])).toEqual([['overdue', 1], ['later', 1], ['undated', 2]]);
  });
});
