import { addDays } from '../../../format/dates';

export const groups = ['overdue', 'today', 'week', 'later', 'undated'] as const;

export type Group = (typeof groups)[number];

interface Dated {
  due: string | null;
  overdue: boolean;
}

/** Where an item stands; a week ends with its Sunday. */
export function groupOf({ due, overdue }: Dated, today: string): Group {
  if (overdue) return 'overdue';
  if (due === null) return 'undated';
  if (due <= today) return 'today';
  return due <= endOfWeek(today) ? 'week' : 'later';
}

export function endOfWeek(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (7 - weekday) % 7);
}

/** The groups that hold something, in their order, each with its items in theirs. */
export function grouped<Item extends Dated>(items: readonly Item[], today: string): { group: Group; items: Item[] }[] {
  return groups.map((group) => ({ group, items: items.filter((item) => groupOf(item, today) === group) })).filter((part) => part.items.length > 0);
}
