import type { Language } from '../api/locale';

/** A calendar date, YYYY-MM-DD, as people write it. */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** A month, YYYY-MM, as people write it. */
export function formatMonth(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`));
}

/** Whether a text is a calendar date and nothing else. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A period of whatever length, as people write it: 2026-03, 2026-Q1, 2026. */
export function formatPeriod(period: string, language: Language): string {
  if (/^\d{4}-\d{2}$/.test(period)) return formatMonth(period, language);
  const quarter = /^(\d{4})-Q(\d)$/.exec(period);
  if (language === 'en') return quarter ? `Q${quarter[2]} ${quarter[1]}` : period;
  return quarter ? `${quarter[1]}年第${quarter[2]}季度` : `${period}年`;
}

export function formatInstant(instant: string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));
}

/** The calendar date of an instant in a time zone. */
export function dayOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The last moment of a calendar date in a time zone, as an instant. */
export function endOfDay(day: string, timeZone: string): string {
  const local = Date.parse(`${day}T23:59:59Z`);
  const guess = local - offsetAt(local, timeZone);
  return new Date(local - offsetAt(guess, timeZone)).toISOString();
}

/** How far a time zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23', timeZone,
  }).formatToParts(new Date(instant));
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(instant / 1000) * 1000;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
