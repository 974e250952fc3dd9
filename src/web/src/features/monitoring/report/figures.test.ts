import { describe, expect, it } from 'vitest';
import { parseBlock, readFigure, readNumber } from './figures';

describe('a number as people and spreadsheets write it', () => {
  it.each([
    ['1,234,567.50', '1234567.5'],
    ['1234.5', '1234.5'],
    [' 12 ', '12'],
    ['１２３．５', '123.5'],
    ['1，234，567。8', '1234567.8'],
    ['1\u00a0234\u00a0567', '1234567'],
    ["1'234.5", '1234.5'],
    ['(1,234)', '-1234'],
    ['−3', '-3'],
    ['￥1,200.00', '1200'],
    ['-$5', '-5'],
    ['.5', '0.5'],
    ['0', '0'],
  ])('%s is %s', (typed, value) => expect(readNumber(typed)).toBe(value));

  it.each(['', '.', '-', '—', 'n/a', '12,5', '1,00', '1,2345', '1 23', '1,234 567', '1.2.3', '12a', '1e5', '(-5)', '95%'])('%s is none, or could mean two', (typed) => expect(readNumber(typed)).toBeNull());

  it('is per cent where that is the unit', () => {
    expect(readNumber('95.5%', '%')).toBe('95.5');
    expect(readNumber('９５％', '%')).toBe('95');
  });
});

describe('a figure of a measure', () => {
  const count = { aggregation: 'SUM', decimals: 0, unitOfMeasure: '件' } as const;
  const rate = { aggregation: 'RATIO', decimals: 1, unitOfMeasure: '%' } as const;

  it('has no more digits than the measure', () => {
    expect(readFigure('1,200.0', count)).toEqual({ value: '1200' });
    expect(readFigure('1.5', count)).toBe('tooFine');
    expect(readFigure('twelve', count)).toBe('notANumber');
    expect(readFigure('38/40', count)).toBe('notANumber');
  });

  it('is of a ratio what it is made of', () => {
    expect(readFigure('38/40', rate)).toEqual({ numerator: '38', denominator: '40' });
    expect(readFigure('1,038 ／ 1,100.5', rate)).toEqual({ numerator: '1038', denominator: '1100.5' });
    for (const typed of ['95', '38/', '/40', '38/40/2', 'a/b']) expect(readFigure(typed, rate)).toBe('notARatio');
  });
});

describe('a copied block', () => {
  it('is rows of cells', () => {
    expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([['1', '2'], ['3', '4']]);
    expect(parseBlock('1\n\n3')).toEqual([['1'], [''], ['3']]);
    expect(parseBlock('1\t\t3')).toEqual([['1', '', '3']]);
    expect(parseBlock('1,234.50')).toEqual([['1,234.50']]);
  });

  it('may hold quotes and line breaks', () => expect(parseBlock('"12\n"\t"say ""13"""\n5')).toEqual([['12', 'say "13"'], ['5']]));
});
