import type { DecimalText } from '../../../api/graphql';
import { toUnits } from '../../../format/sums';
import type { CardItem } from '../scorecards/scorecards';
import { plus } from '../scorecards/weights';

/** Either way: the rule's. */
export const mostPoints = '20';

export interface Adjusting {
  points: DecimalText | null;
  reason: string;
}

export type Adjustments = Readonly<Record<string, Adjusting>>;

export type AdjustmentFault = 'tooMuch' | 'below' | 'reason' | 'unreadable';

export const isNothing = (points: DecimalText | null): boolean => points === null || points.trim() === '' || toUnits(points) === 0n;

/** What is wrong with an adjustment, before the server is asked. */
export function faultOf({ ruleScore }: Pick<CardItem, 'ruleScore'>, { points, reason }: Adjusting): AdjustmentFault | null {
  if (points === null || isNothing(points)) return null;
  const units = toUnits(points);
  if (units === null) return 'unreadable';
  if ((units < 0n ? -units : units) > (toUnits(mostPoints) ?? 0n)) return 'tooMuch';
  if ((toUnits(plus(ruleScore ?? '0', points)) ?? 0n) < 0n) return 'below';
  return reason.trim() === '' ? 'reason' : null;
}
