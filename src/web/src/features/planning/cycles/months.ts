/** The months that a cycle touches, as YYYY-MM. */
export function monthsOf({ start, end }: { start: string; end: string }): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = start.split('-').map(Number);
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > end.slice(0, 7)) return months;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** A month, and the quarter and year that it belongs to. */
export function periodsOf(month: string): [month: string, quarter: string, year: string] {
  const [year = '', number = '1'] = month.split('-');
  return [month, `${year}-Q${Math.ceil(Number(number) / 3)}`, year];
}

const holds = (period: string, month: string): boolean => periodsOf(month).includes(period);

/** Whether a month is over: the next has begun, or the cycle ended within it. */
export const isOver = (month: string, { end }: { end: string }, today: string): boolean => today.slice(0, 7) > month || (end.startsWith(month) && today > end);

export type MonthState = 'CLOSED' | 'OPEN' | 'TO_COME';

/** The periods that can be closed, or opened again, by one month of a cycle: itself, then its quarter and year where they hold more months to which that can be done. */
export function choicesFor(month: string, cycle: { start: string; end: string; closedPeriods: readonly string[] }, today: string): string[] {
  const closed = cycle.closedPeriods.includes(month);
  const months = monthsOf(cycle);
  return periodsOf(month).filter((period, index, all) => {
    const within = months.filter((one) => holds(period, one));
    const before = index === 0 ? 0 : months.filter((one) => holds(all[index - 1] ?? '', one)).length;
    return within.length > before && (closed ? true : within.every((one) => isOver(one, cycle, today)));
  });
}
