export interface LaidRow {
  id: string;
  level: number;
}

export interface Placed {
  id: string;
  parentId: string | null;
  x: number;
  y: number;
}

export const nodeWidth = 232;
export const nodeHeight = 80;
const gapAcross = 64;
const gapDown = 14;

/** Which of them can be seen, at least in part, through a window of a size that looks at them moved and enlarged. */
export function inSight(places: readonly Placed[], [left, top, zoom]: readonly [number, number, number], width: number, height: number): string[] {
  const seen = (at: number, size: number, moved: number, window: number) => (at + size) * zoom + moved > 0 && at * zoom + moved < window;
  return places.filter((place) => seen(place.x, nodeWidth, left, width) && seen(place.y, nodeHeight, top, height)).map((place) => place.id);
}

/** The buttons over the graph leave so much free above what one looks at. */
export const aboveAll = 56;
const beside = 16;

/** How to look so that all of a node is seen: moved no more than that takes, and as large as before. */
export function intoSight(place: Placed, { x, y, zoom }: { x: number; y: number; zoom: number }, width: number, height: number) {
  const moved = (at: number, size: number, by: number, free: number, window: number) => Math.max(free - at * zoom, Math.min(by, window - beside - (at + size) * zoom));
  return { x: moved(place.x, nodeWidth, x, beside, width), y: moved(place.y, nodeHeight, y, aboveAll, height), zoom };
}

/** Places a tree from left to right: leaves below each other, each parent in the middle of its children. Rows come in pre-order. */
export function layoutOf(rows: readonly LaidRow[]): Placed[] {
  const placed: Placed[] = rows.map((row) => ({ id: row.id, parentId: null, x: (row.level - 1) * (nodeWidth + gapAcross), y: 0 }));
  const children = new Map<number, number[]>();
  const open: number[] = [];
  rows.forEach((row, index) => {
    while (open.length > 0 && (rows[open.at(-1) ?? 0]?.level ?? 0) >= row.level) open.pop();
    const parent = open.at(-1);
    const here = placed[index];
    if (parent !== undefined && here) {
      here.parentId = rows[parent]?.id ?? null;
      children.set(parent, [...(children.get(parent) ?? []), index]);
    }
    open.push(index);
  });
  let next = 0;
  rows.forEach((_, index) => {
    const here = placed[index];
    if (here && !children.has(index)) here.y = next++ * (nodeHeight + gapDown);
  });
  for (let index = rows.length - 1; index >= 0; index--) {
    const below = children.get(index);
    const [first, last] = [placed[below?.[0] ?? -1], placed[below?.at(-1) ?? -1]];
    const here = placed[index];
    if (here && first && last) here.y = (first.y + last.y) / 2;
  }
  return placed;
}
