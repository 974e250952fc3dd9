import { describe, expect, it } from 'vitest';
import { percentOfOne } from './percent';

describe('a share of one', () => {
  it.each([
    ['1', '100'],
    ['0.925', '92.5'],
    ['0.92449', '92.4'],
    ['0.9245', '92.5'],
    ['0.000499', '0'],
    ['-0.0304', '-3'],
    ['12.34567', '1234.6'],
  ])('%s is %s per cent', (share, percent) => expect(percentOfOne(share)).toBe(percent));
});
