import { describe, expect, it } from 'vitest';
import { placesOf, stretchesOf } from './chart';

const months = (...values: [string | null, string | null][]) => values.map(([target, actual]) => ({ target, lowerBound: null, actual }));

describe('a chart of months', () => {
  it('puts each month in the middle of its column and the greatest at the top', () => {
    const { targets, actuals, zero, least } = placesOf(months(['50', '40'], ['100', null]), true, null);
    expect(least).toBe(0);
    expect(zero).toBe(1);
    expect(targets.map((place) => place?.x)).toEqual([0.25, 0.75]);
    expect(targets[1]?.y ?? 1).toBeLessThan(0.1);
    expect(actuals[0]?.y ?? 0).toBeGreaterThan(targets[0]?.y ?? 1);
    expect(actuals[1]).toBeNull();
  });

  it('shows a forecast from the last known month to the end, within the box', () => {
    const { forecast } = placesOf(months(['10', '9'], ['20', null], ['30', null]), true, { expected: '31', low: '20', high: '60' });
    expect(forecast?.from.x).toBeCloseTo(1 / 6);
    expect(forecast?.expected.x).toBeCloseTo(5 / 6);
    expect(forecast?.high.y ?? -1).toBeGreaterThan(0);
    expect(forecast?.low.y ?? -1).toBeGreaterThan(forecast?.expected.y ?? 2);
  });

  it('shows both bounds, within the box', () => {
    const { targets, lowerBounds, actuals, least } = placesOf([{ target: '100', lowerBound: '40', actual: '90' }], false, null);
    expect(least).toBeLessThan(40);
    expect([targets[0]?.y, actuals[0]?.y, lowerBounds[0]?.y].map((y) => Math.round((y ?? 0) * 10))).toEqual([1, 2, 9]);
  });

  it('has no forecast when all months are known, or none', () => {
    const band = { expected: '3', low: '2', high: '4' };
    expect(placesOf(months(['1', '1'], ['2', '2']), true, band).forecast).toBeNull();
    expect(placesOf(months(['1', null], ['2', null]), true, band).forecast).toBeNull();
  });

  it('goes below zero where values do, and stands where all are alike', () => {
    const below = placesOf(months(['5', '-5']), true, null);
    expect(below.zero).toBeCloseTo(0.5);
    const alike = placesOf(months(['95', '95'], ['95', '95']), false, null);
    expect(alike.targets[0]?.y).toBeCloseTo(0.5);
    expect(alike.zero).not.toBeNull();
  });

  it('shows nothing beyond zero that no value is beyond, and a line where all are zero', () => {
    expect(placesOf(months(['10', '2'], ['60', '40']), false, null).least).toBe(0);
    expect(placesOf(months(['-10', '-2'], ['-60', '-40']), false, null).most).toBe(0);
    for (const fromZero of [true, false]) expect(placesOf(months(['0', '0'], ['0', null]), fromZero, null).actuals[0]?.y).toBe(1);
  });

  it('breaks a line where nothing is known', () => {
    const { actuals } = placesOf(months([null, '1'], [null, null], [null, '2'], [null, '3']), false, null);
    expect(stretchesOf(actuals).map((stretch) => stretch.length)).toEqual([1, 2]);
  });
});
