import { describe, expect, it } from 'vitest';
import { placeMarks, placeValues } from './chart';

describe('placeValues', () => {
  it('puts the greatest at the top and the least at the bottom', () => {
    expect(placeValues([10, 30, 20])).toEqual([{ x: 0, y: 1 }, { x: 0.5, y: 0 }, { x: 1, y: 0.5 }]);
  });

  it('draws what never changes through the middle, and one value alone', () => {
    expect(placeValues([5, 5])).toEqual([{ x: 0, y: 0.5 }, { x: 1, y: 0.5 }]);
    expect(placeValues([5])).toEqual([{ x: 0.5, y: 0.5 }]);
  });
});

describe('placeMarks', () => {
  it('keeps their order and their room', () => {
    const placed = placeMarks({ low: 100, expected: 150, high: 200, target: 50 });
    expect(placed.target).toBeCloseTo(0.06);
    expect(placed.high).toBeCloseTo(0.94);
    expect(placed.low).toBeLessThan(placed.expected);
  });

  it('puts what is all one in the middle', () => expect(placeMarks({ low: 3, high: 3 })).toEqual({ low: 0.5, high: 0.5 }));
});
