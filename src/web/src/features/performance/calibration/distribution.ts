import type { DecimalText } from '../../../api/graphql';
import { toUnits } from '../../../format/sums';
import { meanOf } from '../scorecards/weights';
import type { BoardCardData } from './board';

/** What one has typed for a card and not yet saved. */
export interface Draft {
  finalScore: DecimalText | null;
  grade: string;
  note: string;
}

export type Drafts = ReadonlyMap<string, Draft>;

const appraised = new Set(['APPRAISED', 'CALIBRATED', 'DISPUTED', 'SIGNED']);

export const isAppraised = ({ status }: Pick<BoardCardData, 'status'>): boolean => appraised.has(status);

/** What the rules alone give. */
export const ruleScoreOf = ({ items }: Pick<BoardCardData, 'items'>): DecimalText | null => meanOf(items.filter(({ status }) => status === 'ACTIVE').map(({ weight, ruleScore }) => ({ weight, score: ruleScore })));

/** The final score: as typed, else as released, else what the leader's appraisal comes to. */
export function standingOf(card: BoardCardData, drafts: Drafts): { score: DecimalText | null; grade: string | null } {
  const draft = drafts.get(card.id);
  const typed = draft?.finalScore && toUnits(draft.finalScore) !== null ? draft.finalScore : null;
  return { score: typed ?? card.appraisal?.finalScore ?? card.score, grade: (draft ? draft.grade.trim() : card.appraisal?.grade) || null };
}

export interface GradeShare {
  grade: string;
  count: number;
  /** Of those who have a grade. */
  share: number;
}

/** How many have which grade, the grade of the highest scores first. */
export function byGrade(cards: readonly BoardCardData[], drafts: Drafts): { grades: GradeShare[]; ungraded: number } {
  const scores = new Map<string, (DecimalText | null)[]>();
  let ungraded = 0;
  for (const card of cards) {
    const { score, grade } = standingOf(card, drafts);
    if (grade === null) ungraded++;
    else if (scores.has(grade)) scores.get(grade)?.push(score);
    else scores.set(grade, [score]);
  }
  const graded = cards.length - ungraded;
  const grades = [...scores].map(([grade, of]) => ({ grade, count: of.length, share: of.length / graded, mean: toUnits(mean(of)) ?? -1n }));
  return { grades: grades.sort((a, b) => (a.mean < b.mean ? 1 : a.mean > b.mean ? -1 : a.grade.localeCompare(b.grade))).map(({ grade, count, share }) => ({ grade, count, share })), ungraded };
}

export interface UnitSpread {
  id: string;
  name: string;
  count: number;
  /** Null where nobody has a score. */
  range: { least: DecimalText; mean: DecimalText; most: DecimalText } | null;
}

/** From where to where the scores of each unit reach, the highest mean first. */
export function byUnit(cards: readonly BoardCardData[], drafts: Drafts): UnitSpread[] {
  const units = new Map<string, { name: string; scores: DecimalText[]; count: number }>();
  for (const card of cards) {
    const { id, name } = card.person.unit;
    const unit = units.get(id) ?? { name, scores: [], count: 0 };
    const { score } = standingOf(card, drafts);
    unit.count++;
    if (score !== null) unit.scores.push(score);
    units.set(id, unit);
  }
  const spreads = [...units].map(([id, { name, scores, count }]) => ({ id, name, count, range: rangeOf(scores) }));
  return spreads.sort((a, b) => compare(b.range?.mean ?? null, a.range?.mean ?? null) || a.name.localeCompare(b.name));
}

export function rangeOf(scores: readonly DecimalText[]): UnitSpread['range'] {
  let [least, most] = [scores[0], scores[0]];
  let [fewest, greatest] = [toUnits(least ?? null) ?? -1n, toUnits(most ?? null) ?? -1n];
  for (const score of scores) {
    const units = toUnits(score) ?? -1n;
    if (units < fewest) [least, fewest] = [score, units];
    if (units > greatest) [most, greatest] = [score, units];
  }
  const middle = mean(scores);
  return least === undefined || most === undefined || middle === null ? null : { least, mean: middle, most };
}

const mean = (scores: readonly (DecimalText | null)[]): DecimalText | null => meanOf(scores.map((score) => ({ weight: '1', score })));

export function compare(a: DecimalText | null, b: DecimalText | null): number {
  const [one, other] = [toUnits(a) ?? -1n, toUnits(b) ?? -1n];
  return one < other ? -1 : one > other ? 1 : 0;
}
