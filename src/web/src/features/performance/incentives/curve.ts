interface Rule {
  fromScore: string;
  percentOfTarget: string;
}

export interface CurvePoint {
  score: number;
  percent: number;
}

const leastScore = 120;
const room = 20;

/** The corners of a payout curve for drawing it: nothing before the first rule, flat after the last. */
export function cornersOf(rules: readonly Rule[]): CurvePoint[] {
  const given = rules.map((rule) => ({ score: Number(rule.fromScore), percent: Number(rule.percentOfTarget) }));
  const first = given[0];
  const last = given.at(-1);
  if (!first || !last) return [{ score: 0, percent: 0 }, { score: leastScore, percent: 0 }];
  return [{ score: 0, percent: 0 }, { score: first.score, percent: 0 }, ...given, { score: Math.max(leastScore, last.score + room), percent: last.percent }];
}
