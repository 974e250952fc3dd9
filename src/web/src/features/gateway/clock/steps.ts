export const steps = ['day', 'week', 'month', 'quarter'] as const;
export type ClockStep = (typeof steps)[number];

/** The same time of day later on; the end of a shorter month where the day is missing in it. */
export function stepForward(now: string, step: ClockStep): string {
  const date = new Date(now);
  if (step === 'day' || step === 'week') return new Date(date.getTime() + (step === 'day' ? 1 : 7) * 86_400_000).toISOString();
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + (step === 'month' ? 1 : 3));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.toISOString();
}
