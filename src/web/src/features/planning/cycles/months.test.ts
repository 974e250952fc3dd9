import { describe, expect, it } from 'vitest';
import { choicesFor, isOver, monthsOf } from './months';

describe('the months of a cycle', () => {
  it('are all that it touches', () => {
    expect(monthsOf({ start: '2026-11-16', end: '2027-02-28' })).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(monthsOf({ start: '2026-01-01', end: '2026-12-31' })).toHaveLength(12);
  });

  it('are over when the next begins, or the cycle ends', () => {
    const cycle = { end: '2027-02-15' };
    expect(isOver('2027-01', cycle, '2027-01-31')).toBe(false);
    expect(isOver('2027-01', cycle, '2027-02-01')).toBe(true);
    expect(isOver('2027-02', cycle, '2027-02-15')).toBe(false);
    expect(isOver('2027-02', cycle, '2027-02-16')).toBe(true);
  });

  const year = { start: '2026-01-01', end: '2026-12-31', closedPeriods: ['2026-01'] };

  it('are closed alone, or with a quarter or year that is over', () => {
    expect(choicesFor('2026-05', year, '2026-06-10')).toEqual(['2026-05']);
    expect(choicesFor('2026-05', year, '2026-07-01')).toEqual(['2026-05', '2026-Q2']);
    expect(choicesFor('2026-05', year, '2027-01-01')).toEqual(['2026-05', '2026-Q2', '2026']);
  });

  it('are reopened alone, or with all of a quarter or year that is closed', () => {
    expect(choicesFor('2026-01', year, '2026-02-10')).toEqual(['2026-01', '2026-Q1', '2026']);
  });

  it('stand for themselves where the cycle holds no more of the quarter', () => {
    expect(choicesFor('2026-12', { start: '2026-12-01', end: '2027-01-31', closedPeriods: [] }, '2027-03-01')).toEqual(['2026-12']);
  });
});
