interface Placed {
  __typename: string;
  id: string;
  objective?: { id: string };
  /** What a resolution is about, with the meeting that made it. */
  deviation?: { id: string; meeting: { id: string } | null };
  /** What is planned for somebody's development. */
  plan?: { person: { id: string }; cycle: { id: string } };
  /** Whose weights a rebalance changes. */
  scorecard?: { id: string };
}

const pages: Readonly<Record<string, string>> = { Objective: '/objectives/', Briefing: '/briefings/', Person: '/people/', Unit: '/units/', OfficeMeeting: '/meetings/', Deviation: '/deviations?deviation=', IncentiveScheme: '/incentives/', Scorecard: '/scorecards/', Cycle: '/calibration?cycle=', ImprovementCase: '/improvement/' };

/** Where what waits is done. */
export function placeOfItem({ kind, subject }: { kind: string; subject: Placed }): string | null {
  if (kind === 'ASSESS_READINESS') return `/development/${subject.id}`;
  return kind === 'ANSWER_PULSE' ? `/pulse?cycle=${subject.id}` : placeOf(subject);
}

/** The page's place for a record: its own, or that of what it belongs to; null when it has none. */
export function placeOf({ __typename, id, objective, deviation, plan, scorecard }: Placed): string | null {
  const page = pages[__typename];
  if (__typename === 'Job') return '/imports';
  if (__typename === 'Recognition') return '/recognitions';
  if (page) return page + id;
  if (plan) return `/development/${plan.person.id}?cycle=${plan.cycle.id}&item=${id}`;
  if (scorecard) return `/scorecards/${scorecard.id}`;
  if (deviation) return deviation.meeting ? `/meetings/${deviation.meeting.id}` : `/deviations?deviation=${deviation.id}`;
  return objective ? `/objectives/${objective.id}` : null;
}
