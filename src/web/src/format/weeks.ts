import { addDays } from './dates';

/** The ISO week of a day: 2026-W48. */
export function weekOf(day: string): string {
  const thursday = addDays(mondayBefore(day), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The first and the last day of an ISO week; null of what is none. */
export function daysOf(week: string): { monday: string; sunday: string } | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined || number === undefined) return null;
  const monday = addDays(mondayBefore(`${year}-01-04`), (Number(number) - 1) * 7);
  return weekOf(monday) === week ? { monday, sunday: addDays(monday, 6) } : null;
}

function mondayBefore(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000;
