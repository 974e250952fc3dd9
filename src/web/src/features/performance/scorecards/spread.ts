import { fromUnits } from '../../../format/sums';

/** 100 shared out by parts, to a hundredth, exactly: what is left goes to the largest remainders, of equals to the first. */
export function spread(shares: readonly { id: string; parts: number }[]): Map<string, string> {
  const all = shares.reduce((sum, { parts }) => sum + parts, 0);
  const raw = shares.map(({ id, parts }, index) => ({ id, index, whole: Math.floor((10_000 * parts) / all), rest: (10_000 * parts) % all }));
  let left = 10_000 - raw.reduce((sum, { whole }) => sum + whole, 0);
  for (const share of [...raw].sort((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left === 0) break;
    share.whole++;
    left--;
  }
  return new Map(raw.map(({ id, whole }) => [id, fromUnits(BigInt(whole) * 10_000n)]));
}
