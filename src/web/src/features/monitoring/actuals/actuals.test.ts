import { describe, expect, it } from 'vitest';
import { chainsOf, figureOf } from './actuals';

const entry = (id: string, period: string, corrects: string | null = null, correctedBy: string | null = null) => ({
  id, period, corrects: corrects ? { id: corrects } : null, correctedBy: correctedBy ? { id: correctedBy } : null,
});

describe('what was recorded', () => {
  it('stands by period, the latest first, each with what it replaced', () => {
    const chains = chainsOf([entry('a', '2026-01', null, 'b'), entry('b', '2026-01', 'a', 'c'), entry('c', '2026-01', 'b'), entry('d', '2026-02')]);
    expect(chains.map(({ standing, replaced }) => [standing.id, replaced.map((one) => one.id)])).toEqual([
      ['d', []],
      ['c', ['b', 'a']],
    ]);
  });

  it('stands as it did then, where the correction came later', () => {
    expect(chainsOf([entry('a', '2026-01', null, 'b')])).toHaveLength(1);
  });

  it('is shown as it was made of', () => {
    expect(figureOf({ value: '95', numerator: '1038', denominator: '1093' })).toBe('1,038/1,093');
    expect(figureOf({ value: '1234.5', numerator: null, denominator: null }, 2)).toBe('1,234.50');
  });
});
