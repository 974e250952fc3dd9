import { describe, expect, it } from 'vitest';
import { decimalAt, sliderOf, statesOf } from './whatIf';

describe('what if', () => {
  it('tells how a target is covered before and after', () => {
    expect(statesOf({ coverageBefore: '100', coverageAfter: '90', shortfall: '10' })).toEqual({ before: 'COVERED', after: 'SHORT' });
    expect(statesOf({ coverageBefore: '90', coverageAfter: '110', shortfall: '0' })).toEqual({ before: 'SHORT', after: 'OVER' });
    expect(statesOf({ coverageBefore: null, coverageAfter: null, shortfall: '5' })).toEqual({ before: null, after: 'SHORT' });
    expect(statesOf({ coverageBefore: '120', coverageAfter: '100', shortfall: '0.000001' }).after).toBe('SHORT');
  });

  it('slides around the target by steps of the measure', () => {
    expect(sliderOf('120', { direction: 'INCREASE', decimals: 0 })).toEqual({ min: 0, max: 240, step: 1 });
    expect(sliderOf('98765', { direction: 'INCREASE', decimals: 2 })).toEqual({ min: 0, max: 197530, step: 1000 });
    expect(sliderOf('-40', { direction: 'DECREASE', decimals: 1 })).toEqual({ min: -80, max: 0, step: 0.1 });
    expect(sliderOf('0', { direction: 'INCREASE', decimals: 0 })).toEqual({ min: 0, max: 200, step: 1 });
    expect(sliderOf('100', { direction: 'MILESTONE', decimals: 0 })).toEqual({ min: 0, max: 100, step: 1 });
  });

  it('writes exact decimals', () => {
    expect(decimalAt(120, 0)).toBe('120');
    expect(decimalAt(0.30000000000000004, 2)).toBe('0.3');
    expect(decimalAt(100, 2)).toBe('100');
    expect(decimalAt(-0.0001, 2)).toBe('0');
  });
});
