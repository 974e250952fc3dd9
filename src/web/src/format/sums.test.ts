import { describe, expect, it } from 'vitest';
import { fromUnits, reach, roundTo, sumOf, toUnits } from './sums';

describe('sums of decimals', () => {
  it('are exact', () => {
    expect(fromUnits(sumOf(['0.1', '0.2', null, '−0.3', 'x']))).toBe('0');
    expect(fromUnits(sumOf(['999999999999.999999', '0.000001']))).toBe('1000000000000');
    expect(fromUnits(sumOf(['-8.33', '-8.34']))).toBe('-16.67');
  });

  it('read what people type', () => {
    expect(toUnits('1,234.5')).toBe(1234500000n);
    expect(toUnits('12a')).toBeNull();
    expect(toUnits(null)).toBeNull();
  });

  it('give bars their length', () => {
    expect(reach('-5', ['10', '-5'])).toBe(0.5);
    expect(reach('0', ['0'])).toBe(0);
  });

  it('are rounded half away from zero where they are shown', () => expect([roundTo('2.675', 2), roundTo('-1.016667', 2), roundTo('-0.004', 2), roundTo('3', 0)]).toEqual(['2.68', '-1.02', '0', '3']));
});
