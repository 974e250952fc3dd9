import { expect, it } from 'vitest';
import { inSight, layoutOf, nodeHeight, nodeWidth } from './layout';

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
