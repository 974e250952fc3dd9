import { expect, test } from 'vitest';
import { partsOf, percentOf, sparkline } from './dashboard';

test('a line goes from the left edge to the right one, and leaves out what is not known', () => {
  expect(sparkline([{ attainment: '0.5' }, { attainment: null }, { attainment: '1' }], 60, 20)).toBe('0,20 60,0');
  expect(sparkline([{ attainment: '0.5' }], 60, 20)).toBe('');
  expect(sparkline([{ attainment: '1' }, { attainment: '1' }], 60, 20)).toBe('0,20 60,20');
});

test('what is not known has no per cent', () => {
  expect(percentOf(null)).toBeNull();
  expect(percentOf('0.954')).toBe(95);
});

test('the parts of a row are all its objectives', () => {
  const row = { objectives: 10, onTrack: 4, atRisk: 2, offTrack: 1, achieved: 1, unknown: 1, exempt: 1, attainment: '0.9', trend: [] };
  expect(partsOf(row).reduce((sum, { count }) => sum + count, 0)).toBe(10);
});
