import { describe, expect, it } from 'vitest';
import { addDays, dayOf, endOfDay, formatDay } from './dates';

describe('days in a time zone', () => {
  it('ends a day in the company’s zone, not in UTC', () => {
    expect(endOfDay('2027-01-15', 'Asia/Shanghai')).toBe('2027-01-15T15:59:59.000Z');
    expect(endOfDay('2027-01-15', 'UTC')).toBe('2027-01-15T23:59:59.000Z');
  });

  it('follows summer time', () => {
    expect(endOfDay('2027-03-28', 'Europe/Berlin')).toBe('2027-03-28T21:59:59.000Z');
    expect(endOfDay('2027-03-27', 'Europe/Berlin')).toBe('2027-03-27T22:59:59.000Z');
  });

  it('finds the day of an instant', () => {
    expect(dayOf('2027-01-15T16:30:00Z', 'Asia/Shanghai')).toBe('2027-01-16');
    expect(dayOf('2027-01-15T16:30:00Z', 'America/New_York')).toBe('2027-01-15');
  });

  it('counts days over months', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });

  it('writes a day as people do', () => {
    expect(formatDay('2027-01-15', 'zh-CN')).toBe('2027年1月15日');
    expect(formatDay('2027-01-15', 'en')).toBe('Jan 15, 2027');
  });
});
