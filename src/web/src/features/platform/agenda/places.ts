interface Placed {
  __typename: string;
  id: string;
  objective?: { id: string };
}

const pages: Readonly<Record<string, string>> = { Objective: '/objectives', Briefing: '/briefings', Person: '/people', Unit: '/units' };

/** The page's place for a record: its own, or that of the objective that it belongs to; null when it has none. */
export function placeOf(subject: Placed): string | null {
  const page = pages[subject.__typename];
  if (subject.__typename === 'Job') return '/imports';
  if (page) return `${page}/${subject.id}`;
  return subject.objective ? `/objectives/${subject.objective.id}` : null;
}
