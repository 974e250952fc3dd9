import { describe, expect, it } from 'vitest';
import { fromUnits } from '../../../format/sums';
import { remainderOf } from './phasing';

const months = (...values: (string | null)[]) => values.map((value, i) => ({ period: `2027-0${i + 1}`, value }));

describe('what months leave of a target', () => {
  it('is the rest of a sum', () => {
    expect(remainderOf(months('0.1', '0.2', null), '0.3', { aggregation: 'SUM', direction: 'INCREASE' })).toBe(0n);
    expect(fromUnits(remainderOf(months('60', '50'), '100', { aggregation: 'SUM', direction: 'DECREASE' }) ?? 1n)).toBe('-10');
  });

  it('is what an average lacks of the target in each', () => {
    expect(fromUnits(remainderOf(months('9', '10', '10'), '10', { aggregation: 'AVERAGE', direction: 'INCREASE' }) ?? 0n)).toBe('1');
  });

  it('is nothing to speak of where months do not add up', () => {
    expect(remainderOf(months('9'), '10', { aggregation: 'LAST', direction: 'INCREASE' })).toBeNull();
    expect(remainderOf(months('9'), '100', { aggregation: 'SUM', direction: 'MILESTONE' })).toBeNull();
  });
});
