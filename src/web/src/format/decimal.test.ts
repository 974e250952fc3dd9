import { describe, expect, it } from 'vitest';
import { groupDecimal, readDecimal, roundDecimal } from './decimal';

describe('groupDecimal', () => {
  it.each([
    ['0', 0, '0'],
    ['999', 0, '999'],
    ['1000', 0, '1,000'],
    ['1234567.5', 0, '1,234,567.5'],
    ['1234567.5', 2, '1,234,567.50'],
    ['-98765', 1, '−98,765.0'],
    ['123456789012.123456', 2, '123,456,789,012.123456'],
  ])('shows %s with %i digits as %s', (text, decimals, shown) => expect(groupDecimal(text, decimals)).toBe(shown));

  it('leaves what is no decimal as it is', () => expect(groupDecimal('n/a')).toBe('n/a'));
});

describe('roundDecimal', () => {
  it.each([
    ['7.666667', 2, '7.67'],
    ['-2.333333', 2, '-2.33'],
    ['99.995', 2, '100'],
    ['0.05', 1, '0.1'],
    ['-0.004', 2, '0'],
    ['12.5', 0, '13'],
    ['12.5', 2, '12.5'],
    ['1200', 2, '1200'],
    ['123456789012.123456', 4, '123456789012.1235'],
  ])('rounds %s to %i digits: %s', (text, decimals, rounded) => expect(roundDecimal(text, decimals)).toBe(rounded));
});

describe('readDecimal', () => {
  it.each([
    ['1,234,567.50', '1234567.5'],
    [' 12 ', '12'],
    ['-0.500', '-0.5'],
    ['−3', '-3'],
    ['.5', '0.5'],
    ['1234.5', '1234.5'],
    ['−1,234', '-1234'],
    ['1 234 567', '1234567'],
    ['- 12', '-12'],
    ['１，２３４．５', '1234.5'],
    ['007', '7'],
    ['-0', '0'],
    ['0.000', '0'],
    ['123456789012.123456', '123456789012.123456'],
  ])('reads %s as %s', (typed, value) => expect(readDecimal(typed)).toBe(value));

  it.each(['', 'abc', '1.2.3', '1e5', '1234567890123', '1.1234567', '--1', '12a', '12,5', '1,2345', '12 5', '1,234 567', '1,23,456', ',5', '1.234,5'])('refuses %s', (typed) => expect(readDecimal(typed)).toBeNull());

  it('gives back what it showed', () => {
    for (const text of ['0', '-1234.5', '99999999', '123456789012.000001']) expect(readDecimal(groupDecimal(text))).toBe(text);
  });
});
