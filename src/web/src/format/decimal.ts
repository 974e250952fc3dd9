import type { DecimalText } from '../api/graphql';

/** Groups an exact decimal by thousands, and fills it up to as many digits after the point; its value is never touched. */
export function groupDecimal(text: DecimalText, decimals = 0): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction.padEnd(decimals, '0');
  return sign.replace('-', '−') + grouped + (digits === '' ? '' : `.${digits}`);
}

/** A mean or ratio, which has more digits than anybody reads, to so many after the point; halves away from zero. */
export function roundDecimal(text: DecimalText, decimals: number): DecimalText {
  const match = /^(-?)(\d+)\.(\d+)$/.exec(text);
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  if (!match || fraction.length <= decimals) return text;
  const up = (fraction[decimals] ?? '0') >= '5' ? 1n : 0n;
  const digits = String(BigInt(whole + fraction.slice(0, decimals)) + up).padStart(decimals + 1, '0');
  const value = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
  return /[1-9]/.test(value) ? sign + value : '0';
}

/** What a person typed as the API's decimal: without grouping, which is by thousands alone, and with plain digits. Null when it is no number that the API takes; 12,5 is none. */
export function readDecimal(typed: string): DecimalText | null {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/^[-−]\s*/, '-')
    .replace(/^-?\d{1,3}([\s,])\d{3}(?:\1\d{3})*(?![\s,\d])/, (grouped) => grouped.replace(/[\s,]/g, ''))
    .replace('。', '.');
  const match = /^(-?)0*(\d{1,12})(?:\.(\d{0,6}?)0*)?$/.exec(plain.startsWith('.') ? `0${plain}` : plain);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const value = whole + (fraction === '' ? '' : `.${fraction}`);
  return /[1-9]/.test(value) ? sign + value : '0';
}
