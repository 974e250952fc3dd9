import type { DecimalText } from '../../../api/graphql';
import { fromUnits, sumOf, toUnits } from '../../../format/sums';

const hundred = 100_000_000n;

/** What is missing to 100, or above it (negative). */
export const missingTo100 = (weights: Iterable<DecimalText | null>): DecimalText => fromUnits(hundred - sumOf(weights));

export interface Weighed {
  weight: DecimalText | null;
  score: DecimalText | null;
}

/** The mean by weight of what has a score and a weight, to two digits, half away from zero; null where there is nothing of the kind. */
export function meanOf(items: Iterable<Weighed>): DecimalText | null {
  let weights = 0n;
  let sum = 0n;
  for (const item of items) {
    const [weight, score] = [toUnits(item.weight), toUnits(item.score)];
    if (weight === null || score === null || weight <= 0n) continue;
    weights += weight;
    sum += weight * score;
  }
  return weights === 0n ? null : fromUnits(toHundredths(sum, weights));
}

/** Millionths by millionths, rounded to hundredths, in millionths again. */
function toHundredths(sum: bigint, weights: bigint): bigint {
  const step = weights * 10_000n;
  const size = sum < 0n ? -sum : sum;
  const rounded = ((size * 2n + step) / (step * 2n)) * 10_000n;
  return sum < 0n ? -rounded : rounded;
}

/** A share of one in per cent, to two digits, half away from zero. */
export function percentOf(share: DecimalText): DecimalText {
  const units = toUnits(share) ?? 0n;
  const size = units < 0n ? -units : units;
  const rounded = ((size + 50n) / 100n) * 10_000n;
  return fromUnits(units < 0n ? -rounded : rounded);
}

/** a + b, exactly. */
export const plus = (a: DecimalText, b: DecimalText | null): DecimalText => fromUnits(sumOf([a, b]));

/** From where to where a weight may be set, given what is proposed: within the bound of it, above nothing, at most 100. */
export function boundsOf(proposed: DecimalText, bound: DecimalText): { least: DecimalText; most: DecimalText } {
  const [middle, limit] = [toUnits(proposed) ?? 0n, toUnits(bound) ?? 0n];
  const least = middle - limit;
  const most = middle + limit;
  return { least: fromUnits(least < 10_000n ? 10_000n : least), most: fromUnits(most > hundred ? hundred : most) };
}

export function isWithin(weight: DecimalText | null, { least, most }: { least: DecimalText; most: DecimalText }): boolean {
  const units = toUnits(weight);
  return units !== null && units >= (toUnits(least) ?? 0n) && units <= (toUnits(most) ?? 0n);
}
