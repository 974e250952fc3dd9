import { useLanguage } from '../../../i18n/useLanguage';

/** A day without its year, which stands above it in a chart. */
export function useShortDay(): (day: string) => string {
  const format = new Intl.DateTimeFormat(useLanguage(), { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T12:00:00Z`));
}
