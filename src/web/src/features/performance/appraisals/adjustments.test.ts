import { expect, test } from 'vitest';
import { faultOf, isNothing } from './adjustments';

test('an adjustment has its limits and its reason', () => {
  const item = { ruleScore: '15' };
  expect(faultOf(item, { points: null, reason: '' })).toBeNull();
  expect(faultOf(item, { points: '0.00', reason: '' })).toBeNull();
  expect(faultOf(item, { points: '5', reason: ' ' })).toBe('reason');
  expect(faultOf(item, { points: '5', reason: 'helped out' })).toBeNull();
  expect(faultOf(item, { points: '20.01', reason: 'x' })).toBe('tooMuch');
  expect(faultOf(item, { points: '-15.5', reason: 'x' })).toBe('below');
  expect(faultOf(item, { points: '-15', reason: 'x' })).toBeNull();
  expect(faultOf(item, { points: 'five', reason: 'x' })).toBe('unreadable');
  expect(isNothing('-0')).toBe(true);
});
