import { describe, expect, test } from 'vitest';
import { actualBy, openStatuses, statusesOf } from './points';

describe('what was reached by a month', () => {
  const series = [
    { period: '2026-01', cumulativeActual: '5' },
    { period: '2026-02', cumulativeActual: null },
    { period: '2026-03', cumulativeActual: '9' },
  ];
  test('is the last that is known until then', () => {
    expect(actualBy(series, '2026-01')).toBe('5');
    expect(actualBy(series, '2026-02')).toBe('5');
    expect(actualBy(series, '2026-12')).toBe('9');
  });
  test('is nothing where nothing was known', () => {
    expect(actualBy(series, '2025-12')).toBeNull();
    expect(actualBy([], '2026-01')).toBeNull();
  });
});

test('a choice of states is one, all, or those that ask for something', () => {
  expect(statusesOf('MISSED')).toEqual(['MISSED']);
  expect(statusesOf('all')).toBeNull();
  expect(statusesOf('')).toEqual(openStatuses);
});
