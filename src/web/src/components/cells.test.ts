import { describe, expect, it } from 'vitest';
import { copiedCells } from './cells';

describe('what is copied from a spreadsheet', () => {
  it('is a column or a row of cells', () => {
    expect(copiedCells('1\r\n2\r\n3\r\n')).toEqual(['1', '2', '3']);
    expect(copiedCells('1\t2\t3')).toEqual(['1', '2', '3']);
    expect(copiedCells('1\n\n3\n')).toEqual(['1', '', '3']);
  });

  it('is left to the field when it is one value', () => {
    expect(copiedCells('1,234.50')).toBeNull();
    expect(copiedCells('12\n')).toBeNull();
  });
});
