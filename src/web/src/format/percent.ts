import type { DecimalText } from '../api/graphql';
import { toUnits } from './sums';

/** A share of one as per cent with one digit after the point, rounded half away from zero; a whole number stands without it. */
export function percentOfOne(share: DecimalText): DecimalText {
  const units = toUnits(share) ?? 0n;
  const size = units < 0n ? -units : units;
  const tenths = (size + 500n) / 1000n;
  const text = `${tenths / 10n}${tenths % 10n === 0n ? '' : `.${tenths % 10n}`}`;
  return units < 0n && tenths > 0n ? `-${text}` : text;
}
