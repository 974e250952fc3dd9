import type { DecimalText } from '../api/graphql';
import { readDecimal } from './decimal';

const DIGITS = 6;

/** A decimal as whole millionths, so that sums are exact; null when it is none. */
export function toUnits(text: DecimalText | null): bigint | null {
  const plain = text === null ? null : readDecimal(text);
  if (plain === null) return null;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? [];
  const units = BigInt(whole + fraction.padEnd(DIGITS, '0'));
  return sign === '-' ? -units : units;
}

export function fromUnits(units: bigint): DecimalText {
  const digits = (units < 0n ? -units : units).toString().padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '');
  return (units < 0n ? '-' : '') + digits.slice(0, -DIGITS) + (fraction === '' ? '' : `.${fraction}`);
}

/** The exact sum; what is no number counts as nothing. */
export function sumOf(values: Iterable<DecimalText | null>): bigint {
  let sum = 0n;
  for (const value of values) sum += toUnits(value) ?? 0n;
  return sum;
}

/** Rounded to so many digits after the point, half away from zero. */
export function roundTo(value: DecimalText, digits: number): DecimalText {
  const units = toUnits(value) ?? 0n;
  const step = 10n ** BigInt(DIGITS - digits);
  const size = units < 0n ? -units : units;
  const rounded = ((size * 2n + step) / (step * 2n)) * step;
  return fromUnits(units < 0n ? -rounded : rounded);
}

/** 0 to 1: how far a value reaches towards the largest, for a bar's length. */
export function reach(value: DecimalText, values: Iterable<DecimalText>): number {
  let most = 1n;
  for (const other of values) {
    const units = toUnits(other) ?? 0n;
    const size = units < 0n ? -units : units;
    if (size > most) most = size;
  }
  const units = toUnits(value) ?? 0n;
  return Number(((units < 0n ? -units : units) * 1000n) / most) / 1000;
}
