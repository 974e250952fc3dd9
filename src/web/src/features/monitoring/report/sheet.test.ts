import { describe, expect, it } from 'vitest';
import { askedMonths, dueMonth, placeBlock, placeOf, stepFrom, type At } from './sheet';

const size = { rows: 3, months: 2 };
const all = () => true;
const at = (row: number, column: number): At => ({ row, column });

describe('going from cell to cell', () => {
  it('goes up and down, left and right, and stays within', () => {
    expect(stepFrom(at(0, 1), 'down', size, all)).toEqual(at(1, 1));
    expect(stepFrom(at(2, 1), 'down', size, all)).toBeNull();
    expect(stepFrom(at(0, 1), 'up', size, all)).toBeNull();
    expect(stepFrom(at(1, 1), 'right', size, all)).toEqual(at(1, 2));
    expect(stepFrom(at(1, 2), 'right', size, all)).toBeNull();
    expect(stepFrom(at(1, 1), 'left', size, all)).toEqual(at(1, 0));
  });

  it('passes what cannot be entered', () => {
    const closed = (cell: At) => !(cell.row === 1 && cell.column === 1);
    expect(stepFrom(at(0, 1), 'down', size, closed)).toEqual(at(2, 1));
    expect(stepFrom(at(1, 0), 'right', size, closed)).toEqual(at(1, 2));
  });

  it('goes along the rows, and past the names, until it leaves', () => {
    expect(stepFrom(at(0, 1), 'next', size, all)).toEqual(at(0, 2));
    expect(stepFrom(at(0, 2), 'next', size, all)).toEqual(at(1, 1));
    expect(stepFrom(at(1, 1), 'previous', size, all)).toEqual(at(0, 2));
    expect(stepFrom(at(2, 2), 'next', size, all)).toBeNull();
    expect(stepFrom(at(0, 1), 'previous', size, all)).toBeNull();
  });
});

describe('months to report', () => {
  const cycle = { start: '2026-01-01', end: '2026-12-31' };

  it.each([
    ['2026-06-03', '2026-05'],
    ['2026-06-24', '2026-05'],
    ['2026-06-25', '2026-06'],
    ['2026-01-10', '2026-01'],
    ['2027-02-01', '2026-12'],
    ['2025-12-20', '2026-01'],
  ])('on %s it is %s', (today, due) => expect(dueMonth(cycle, today)).toBe(due));

  it('are that and the earlier ones that lack something and are not closed', () => {
    expect(askedMonths(cycle, ['2026-01'], '2026-06-03', (month) => month !== '2026-03')).toEqual(['2026-05', '2026-04', '2026-02']);
  });

  it('are open, closed or to come', () => {
    expect(['2026-01', '2026-06', '2026-07'].map((month) => placeOf(month, ['2026-01'], '2026-06-03'))).toEqual(['CLOSED', 'OPEN', 'TO_COME']);
  });
});

describe('a pasted block', () => {
  it('fills what is open and tells of the rest', () => {
    const keyOf = ({ row, column }: At) => (row === 1 && column === 2 ? null : `${row}.${column}`);
    const placed = placeBlock([['1', '2'], ['', '4'], ['5', '6', '7']], at(0, 1), size, keyOf);
    expect([...placed.changes]).toEqual([['0.1', '1'], ['0.2', '2'], ['2.1', '5'], ['2.2', '6']]);
    expect([placed.skipped, placed.outside]).toEqual([1, 1]);
    expect(placeBlock([['1'], ['2']], at(2, 1), size, keyOf)).toMatchObject({ outside: 1 });
  });
});
