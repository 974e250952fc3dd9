import { describe, expect, it } from 'vitest';
import { nextDay } from './settings';

describe('the day that is added next', () => {
  it('follows the last, within the year', () => {
    expect(nextDay([], 2027)).toBe('2027-01-01');
    expect(nextDay([{ date: '2027-02-28' }, { date: '2027-01-01' }], 2027)).toBe('2027-03-01');
    expect(nextDay([{ date: '2027-12-31' }], 2027)).toBe('2027-12-31');
  });
});
