import { isOver, monthsOf } from '../../planning/cycles/months';

interface Span {
  start: string;
  end: string;
}

export interface At {
  row: number;
  /** 0 is the objective's name; its months follow. */
  column: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'next' | 'previous';

const steps: Readonly<Record<'up' | 'down' | 'left' | 'right', At>> = { up: { row: -1, column: 0 }, down: { row: 1, column: 0 }, left: { row: 0, column: -1 }, right: { row: 0, column: 1 } };

/** The cell that one comes to from another, past those that cannot be entered; null when there is none that way. Next and previous go along the rows, and to cells of months only. */
export function stepFrom(from: At, direction: Direction, size: { rows: number; months: number }, mayEnter: (at: At) => boolean): At | null {
  const width = size.months + 1;
  if (direction === 'next' || direction === 'previous') {
    const by = direction === 'next' ? 1 : -1;
    for (let i = from.row * width + from.column + by; i >= 0 && i < size.rows * width; i += by) {
      const at = { row: Math.floor(i / width), column: i % width };
      if (at.column > 0 && mayEnter(at)) return at;
    }
    return null;
  }
  const by = steps[direction];
  for (let at = add(from, by); at.row >= 0 && at.row < size.rows && at.column >= 0 && at.column < width; at = add(at, by)) {
    if (mayEnter(at)) return at;
  }
  return null;
}

const add = (a: At, b: At): At => ({ row: a.row + b.row, column: a.column + b.column });

/** The day of a month from which its figures are asked for, although it still runs. */
const nearlyOver = 25;

/** The month that is to be reported now: the last that is over, or the running one in its last days. */
export function dueMonth(cycle: Span, today: string): string {
  const months = monthsOf(cycle);
  const begun = months.filter((month) => month <= today.slice(0, 7));
  const last = begun.at(-1) ?? months[0] ?? '';
  const runs = !isOver(last, cycle, today) && Number(today.slice(8)) < nearlyOver;
  return (runs ? begun.at(-2) : undefined) ?? last;
}

export type MonthPlace = 'OPEN' | 'CLOSED' | 'TO_COME';

export const placeOf = (month: string, closed: readonly string[], today: string): MonthPlace => (month > today.slice(0, 7) ? 'TO_COME' : closed.includes(month) ? 'CLOSED' : 'OPEN');

/** The month due first, then earlier ones of which something is missing, the latest first. */
export function askedMonths(cycle: Span, closed: readonly string[], today: string, isMissing: (month: string) => boolean): string[] {
  const due = dueMonth(cycle, today);
  const earlier = monthsOf(cycle).filter((month) => month < due && !closed.includes(month) && isMissing(month));
  return [due, ...earlier.reverse()];
}

export interface PastedBlock<K> {
  changes: Map<K, string>;
  /** Of cells that are closed or filled already. */
  skipped: number;
  /** Beyond the last row or month. */
  outside: number;
}

/** Puts a block of copied cells from a cell on; empty ones leave what is there. */
export function placeBlock<K>(block: readonly (readonly string[])[], from: At, size: { rows: number; months: number }, keyOf: (at: At) => K | null): PastedBlock<K> {
  const placed: PastedBlock<K> = { changes: new Map(), skipped: 0, outside: 0 };
  block.forEach((cells, r) =>
    cells.forEach((text, c) => {
      if (text === '') return;
      const at = { row: from.row + r, column: from.column + c };
      if (at.row >= size.rows || at.column > size.months) placed.outside++;
      else {
        const key = keyOf(at);
        if (key === null) placed.skipped++;
        else placed.changes.set(key, text);
      }
    }),
  );
  return placed;
}
