import { describe, expect, it } from 'vitest';
import { cornersOf } from './curve';

describe('a payout curve', () => {
  it('starts at nothing, jumps to the first rule and is flat after the last', () => {
    expect(cornersOf([{ fromScore: '60', percentOfTarget: '50' }, { fromScore: '110', percentOfTarget: '120.5' }])).toEqual([
      { score: 0, percent: 0 },
      { score: 60, percent: 0 },
      { score: 60, percent: 50 },
      { score: 110, percent: 120.5 },
      { score: 130, percent: 120.5 },
    ]);
  });

  it('of no rules pays nothing', () => {
    expect(cornersOf([]).every((corner) => corner.percent === 0)).toBe(true);
  });
});
