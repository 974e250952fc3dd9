/** A milestone as far as a chart of time goes. */
export interface Line {
  id: string;
  start: string;
  due: string;
  dependsOn: readonly string[];
  overlaps: readonly string[];
}

/** Whole months, of which a chart shows all: from the first day of one to the first day behind another, as numbers of days. */
export interface Span {
  from: number;
  until: number;
}

export interface Month {
  /** YYYY-MM */
  month: string;
  at: number;
  width: number;
}

/** The way from what must be complete first to what waits for it, along the rows of a chart. */
export interface Tie {
  from: string;
  to: string;
  /** What waits starts before the other is due. */
  overlaps: boolean;
  /** Across as a share of the width, down in pixels. */
  points: { x: number; y: number }[];
  /** Where the way comes to its end. */
  head: { x: number; y: number; up: boolean };
}

export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

const dayOfNumber = (number: number): Date => new Date(number * 86_400_000);

const startOfMonth = (number: number, later = 0): number => {
  const day = dayOfNumber(number);
  return Math.floor(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + later, 1) / 86_400_000);
};

export function spanOf(lines: readonly Pick<Line, 'start' | 'due'>[]): Span {
  const from = Math.min(...lines.map((line) => dayNumber(line.start)));
  const until = Math.max(...lines.map((line) => dayNumber(line.due)));
  return { from: startOfMonth(from), until: startOfMonth(until, 1) };
}

/** Where a day begins, as a share of the span; beyond 0 and 1 it lies outside. */
export const place = (day: number, span: Span): number => (day - span.from) / (span.until - span.from);

/** A bar covers its last day too. */
export const barOf = (line: Pick<Line, 'start' | 'due'>, span: Span): { left: number; width: number } => {
  const left = place(dayNumber(line.start), span);
  return { left, width: place(dayNumber(line.due) + 1, span) - left };
};

export function monthsOf(span: Span): Month[] {
  const months: Month[] = [];
  for (let at = span.from; at < span.until; at = startOfMonth(at, 1)) {
    months.push({ month: dayOfNumber(at).toISOString().slice(0, 7), at: place(at, span), width: (startOfMonth(at, 1) - at) / (span.until - span.from) });
  }
  return months;
}

/** Every so many months a name, so that names do not run into each other. */
export const everyNth = (months: number): number => (months <= 12 ? 1 : months <= 24 ? 3 : 6);

export interface Rows {
  height: number;
  /** The middle of a bar, and half of its height, within a row. */
  bar: number;
  half: number;
}

export function tiesOf(lines: readonly Line[], span: Span, rows: Rows): Tie[] {
  const row = new Map(lines.map((line, index) => [line.id, index]));
  return lines.flatMap((line, to) =>
    line.dependsOn.flatMap((id) => {
      const from = row.get(id);
      const before = from === undefined ? undefined : lines[from];
      if (from === undefined || !before) return [];
      const end = barOf(before, span);
      const x1 = end.left + end.width;
      const x2 = barOf(line, span).left;
      const up = to < from;
      const y1 = from * rows.height + rows.bar;
      const y2 = to * rows.height + rows.bar + (up ? rows.half : -rows.half);
      const overlaps = line.overlaps.includes(id);
      const between = up ? from * rows.height + 2 : (from + 1) * rows.height - 2;
      const points = x2 >= x1 ? [{ x: x1, y: y1 }, { x: x2, y: y1 }, { x: x2, y: y2 }] : [{ x: x1, y: y1 }, { x: x1, y: between }, { x: x2, y: between }, { x: x2, y: y2 }];
      return [{ from: id, to: line.id, overlaps, points, head: { x: x2, y: y2, up } }];
    }),
  );
}
