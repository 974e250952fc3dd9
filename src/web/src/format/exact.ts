import type { DecimalText } from '../api/graphql';

const scale = 1_000_000n;

function toUnits(text: DecimalText): bigint {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole) * scale + BigInt(fraction.padEnd(6, '0'));
  return negative ? -units : units;
}

/** a − b, exactly. */
export function subtract(a: DecimalText, b: DecimalText): DecimalText {
  const units = toUnits(a) - toUnits(b);
  const size = units < 0n ? -units : units;
  const fraction = (size % scale).toString().padStart(6, '0').replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${size / scale}${fraction === '' ? '' : `.${fraction}`}`;
}

/** By how many per cent a differs from b, with one digit after the point; null where b is zero. */
export function percentOf(a: DecimalText, b: DecimalText): DecimalText | null {
  const base = toUnits(b);
  if (base === 0n) return null;
  const difference = (toUnits(a) - base) * 10_000n;
  const size = base < 0n ? -base : base;
  const hundredths = difference / size;
  const rounded = (hundredths < 0n ? hundredths - 5n : hundredths + 5n) / 10n;
  const text = (rounded < 0n ? -rounded : rounded).toString().padStart(2, '0');
  return `${rounded < 0n ? '-' : ''}${text.slice(0, -1)}${text.endsWith('0') ? '' : `.${text.at(-1)}`}`;
}
