import { describe, expect, it } from 'vitest';
import { percentOf, subtract } from './exact';

describe('exact decimals', () => {
  it('are subtracted without floating point', () => {
    expect(subtract('130.5', '120')).toBe('10.5');
    expect(subtract('0.1', '0.3')).toBe('-0.2');
    expect(subtract('999999999999.999999', '0.000001')).toBe('999999999999.999998');
    expect(subtract('5', '5')).toBe('0');
    expect(subtract('-1.5', '2')).toBe('-3.5');
  });

  it('are compared in per cent of the other', () => {
    expect(percentOf('130.5', '120')).toBe('8.8');
    expect(percentOf('90', '120')).toBe('-25');
    expect(percentOf('120', '120')).toBe('0');
    expect(percentOf('1', '0')).toBeNull();
    expect(percentOf('-90', '-100')).toBe('10');
  });
});
