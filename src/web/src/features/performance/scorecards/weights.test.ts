import { describe, expect, test } from 'vitest';
import { boundsOf, isWithin, meanOf, missingTo100, percentOf } from './weights';

describe('weights', () => {
  test('say what is missing to 100', () => {
    expect(missingTo100(['33.33', '33.33', '33.34'])).toBe('0');
    expect(missingTo100(['60', null, '30'])).toBe('10');
    expect(missingTo100(['60', '50.5'])).toBe('-10.5');
  });

  test('weigh what has a score alone', () => {
    expect(meanOf([{ weight: '60', score: '90' }, { weight: '40', score: '100' }])).toBe('94');
    expect(meanOf([{ weight: '60', score: '90' }, { weight: '40', score: null }, { weight: '0', score: '50' }])).toBe('90');
    expect(meanOf([{ weight: '1', score: '0' }, { weight: '199', score: '1' }])).toBe('1');
    expect(meanOf([{ weight: '1', score: '0.01' }, { weight: '1', score: '0' }])).toBe('0.01');
    expect(meanOf([{ weight: null, score: '90' }])).toBeNull();
  });

  test('are told in per cent to two digits', () => {
    expect(percentOf('1.000381')).toBe('100.04');
    expect(percentOf('0.945433')).toBe('94.54');
    expect(percentOf('-0.00005')).toBe('-0.01');
    expect(percentOf('0')).toBe('0');
  });

  test('stay within the bound of what is proposed, above nothing', () => {
    expect(boundsOf('50', '10')).toEqual({ least: '40', most: '60' });
    expect(boundsOf('5', '10')).toEqual({ least: '0.01', most: '15' });
    expect(boundsOf('95', '10')).toEqual({ least: '85', most: '100' });
    expect(isWithin('60.01', boundsOf('50', '10'))).toBe(false);
    expect(isWithin('60', boundsOf('50', '10'))).toBe(true);
    expect(isWithin('x', boundsOf('50', '10'))).toBe(false);
  });
});
