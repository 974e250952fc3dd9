import type { Aggregation, DecimalText } from '../../../api/graphql';
import { readDecimal } from '../../../format/decimal';

/** What a cell says, as the API takes it. */
export type Figure = { value: DecimalText } | { numerator: DecimalText; denominator: DecimalText };

export type FigureProblem = 'notANumber' | 'notARatio' | 'tooFine';

interface Measured {
  aggregation: Aggregation;
  decimals: number;
  unitOfMeasure: string;
}

/**
 * A number as people and spreadsheets write it: grouped by thousands, in full-width digits, with a currency's sign, negative in brackets; per cent where that is the unit.
 * Null when it could mean two things: 12,5 is neither 125 nor 12.5.
 */
export function readNumber(typed: string, unit = ''): DecimalText | null {
  let plain = typed.normalize('NFKC').trim().replace('−', '-').replace('。', '.');
  const bracketed = /^\(([^-].*)\)$/.exec(plain);
  if (bracketed?.[1] !== undefined) plain = `-${bracketed[1].trim()}`;
  plain = plain.replace(/^(-?)[¥$€£]\s*/, '$1');
  if (unit === '%') plain = plain.replace(/\s*%$/, '');
  const match = /^(-?)(\d{1,3}([, '])\d{3}(?:\3\d{3})*|\d*)(\.\d*)?$/.exec(plain);
  if (!match || !/\d/.test(plain)) return null;
  const [, sign = '', whole = '', , fraction = ''] = match;
  return readDecimal(sign + (whole.replace(/[, ']/g, '') || '0') + fraction);
}

/** Of a ratio what it is made of, as 38/40; of other measures the value. What is wrong with it else. */
export function readFigure(typed: string, measure: Measured): Figure | FigureProblem {
  if (measure.aggregation === 'RATIO') {
    const parts = typed.normalize('NFKC').split('/');
    const [numerator, denominator] = parts.map((part) => readNumber(part));
    return parts.length === 2 && numerator && denominator ? { numerator, denominator } : 'notARatio';
  }
  const value = readNumber(typed, measure.unitOfMeasure);
  if (value === null) return 'notANumber';
  return (value.split('.')[1]?.length ?? 0) > measure.decimals ? 'tooFine' : { value };
}

/** A copied block of a spreadsheet, row by row: cells apart by tabs, and in quotes where they hold line breaks or quotes themselves. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const end = () => {
    row.push(cell.trim());
    cell = '';
  };
  const content = text.replace(/(\r\n|\r|\n)$/, '');
  for (let i = 0; i < content.length; i++) {
    const c = content[i] ?? '';
    if (quoted) {
      if (c !== '"') cell += c;
      else if (content[i + 1] === '"') cell += content[++i] ?? '';
      else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === '\t') end();
    else if (c === '\n' || c === '\r') {
      if (c === '\r' && content[i + 1] === '\n') i++;
      end();
      rows.push(row);
      row = [];
    } else cell += c;
  }
  end();
  rows.push(row);
  return rows;
}
