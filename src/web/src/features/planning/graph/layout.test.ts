import { expect, it } from 'vitest';
import { inSight, intoSight, layoutOf, nodeHeight, nodeWidth } from './layout';

it('places leaves below each other and parents in the middle', () => {
  const placed = layoutOf([
    { id: 'a', level: 1 },
    { id: 'a1', level: 2 },
    { id: 'a1x', level: 3 },
    { id: 'a1y', level: 3 },
    { id: 'a2', level: 2 },
    { id: 'b', level: 1 },
  ]);
  const at = new Map(placed.map((p) => [p.id, p]));
  expect(at.get('a1x')?.parentId).toBe('a1');
  expect(at.get('a2')?.parentId).toBe('a');
  expect(at.get('b')?.parentId).toBeNull();
  const y = (id: string) => at.get(id)?.y ?? Number.NaN;
  expect(y('a1')).toBe((y('a1x') + y('a1y')) / 2);
  expect(y('a')).toBe((y('a1') + y('a2')) / 2);
  const leaves = [y('a1x'), y('a1y'), y('a2'), y('b')];
  leaves.slice(1).forEach((value, i) => expect(value - (leaves[i] ?? 0)).toBeGreaterThanOrEqual(nodeHeight));
  expect(at.get('a1')?.x).toBeGreaterThan(at.get('a')?.x ?? 0);
});

it('tells which can be seen, at least in part, however the window has been moved and enlarged', () => {
  const places = layoutOf([
    { id: 'a', level: 1 },
    { id: 'a1', level: 2 },
    { id: 'a2', level: 2 },
    { id: 'a3', level: 2 },
  ]);
  expect(inSight(places, [0, 0, 1], 2000, 2000)).toEqual(['a', 'a1', 'a2', 'a3']);
  expect(inSight(places, [0, 0, 1], nodeWidth, nodeHeight)).toEqual([]);
  expect(inSight(places, [-nodeWidth, 0, 1], nodeWidth, nodeHeight)).toEqual(['a1']);
  expect(inSight(places, [-nodeWidth, 0, 0.1], nodeWidth, nodeHeight)).toEqual([]);
  expect(inSight(places, [0, 0, 0.1], nodeWidth, nodeHeight)).toEqual(['a', 'a1', 'a2', 'a3']);
});

it('moves no more than it takes to see all of a node, below the buttons', () => {
  const place = { id: 'a', parentId: null, x: 1000, y: 500 };
  expect(intoSight(place, { x: -900, y: -300, zoom: 1 }, 800, 600)).toEqual({ x: -900, y: -300, zoom: 1 });
  expect(intoSight(place, { x: 0, y: 0, zoom: 1 }, 800, 600)).toEqual({ x: 800 - 16 - 1000 - nodeWidth, y: 0, zoom: 1 });
  expect(intoSight(place, { x: -1200, y: -480, zoom: 1 }, 800, 600)).toEqual({ x: 16 - 1000, y: 56 - 500, zoom: 1 });
  expect(intoSight(place, { x: 0, y: 0, zoom: 0.5 }, 800, 200)).toEqual({ x: 0, y: 200 - 16 - (500 + nodeHeight) * 0.5, zoom: 0.5 });
});
