import type { DecimalText } from '../../../api/graphql';

/** Floating point will do for drawing; what is read stays exact. */
type Drawn = number | null;

const drawn = (text: DecimalText | null): Drawn => (text === null ? null : Number(text));

export interface MonthValues {
  target: DecimalText | null;
  /** Of what is kept within bounds, whose target is the upper one. */
  lowerBound: DecimalText | null;
  actual: DecimalText | null;
}

export interface Band {
  expected: DecimalText;
  low: DecimalText;
  high: DecimalText;
}

interface Place {
  x: number;
  y: number;
}

/** Everything from 0 to 1, the greatest value at the top. */
export interface ChartPlaces {
  /** What the box's upper and lower edge stand for. */
  most: number;
  least: number;
  /** Where the line of zero runs, if it is within. */
  zero: number | null;
  targets: (Place | null)[];
  lowerBounds: (Place | null)[];
  actuals: (Place | null)[];
  /** From the last month that is known to the cycle's end; null when nothing is left to be forecast. */
  forecast: { from: Place; expected: Place; low: Place; high: Place } | null;
}

/**
 * Where the months' values stand, each in the middle of its month's column.
 * @param fromZero Bars must begin at zero; lines of rates would be pressed flat by it.
 */
export function placesOf(months: readonly MonthValues[], fromZero: boolean, forecast: Band | null): ChartPlaces {
  const targets = months.map(({ target }) => drawn(target));
  const bounds = months.map(({ lowerBound }) => drawn(lowerBound));
  const actuals = months.map(({ actual }) => drawn(actual));
  const last = actuals.findLastIndex((value) => value !== null);
  const coming = forecast && last >= 0 && last < months.length - 1 ? { expected: Number(forecast.expected), low: Number(forecast.low), high: Number(forecast.high) } : null;
  const all = [...targets, ...bounds, ...actuals, ...(coming ? Object.values(coming) : []), ...(fromZero ? [0] : [])].filter((value) => value !== null);
  const [lowest, highest] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
  const room = highest === lowest ? Math.abs(highest) || 1 : (highest - lowest) * 0.06;
  const least = lowest >= 0 ? Math.max(0, lowest - room) : lowest - room;
  const most = highest <= 0 && lowest < 0 ? Math.min(0, highest + room) : highest + room;
  const y = (value: number) => 1 - (value - least) / (most - least);
  const x = (index: number) => (index + 0.5) / months.length;
  const place = (value: Drawn, index: number) => (value === null ? null : { x: x(index), y: y(value) });
  const from = last >= 0 ? place(actuals[last] ?? null, last) : null;
  const end = (value: number) => ({ x: x(months.length - 1), y: y(value) });
  return {
    most,
    least,
    zero: least <= 0 && most >= 0 ? y(0) : null,
    targets: targets.map(place),
    lowerBounds: bounds.map(place),
    actuals: actuals.map(place),
    forecast: coming && from ? { from, expected: end(coming.expected), low: end(coming.low), high: end(coming.high) } : null,
  };
}

/** The stretches of a line between which nothing is known. */
export function stretchesOf(places: readonly (Place | null)[]): Place[][] {
  const stretches: Place[][] = [];
  let open: Place[] | null = null;
  for (const place of places) {
    if (!place) open = null;
    else if (open) open.push(place);
    else stretches.push((open = [place]));
  }
  return stretches;
}
