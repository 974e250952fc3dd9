import { describe, expect, it } from 'vitest';
import { everyParent, forestOf, lineOf, subtreeOf, visibleRows, withAncestors, withChanged, withChildren } from './forest';
import { row } from './testRows';

const opening = [row('a', null, 2), row('a1', 'a', 3), row('a2', 'a', 0), row('b', null, 1)];
const ids = (rows: { id: string }[]) => rows.map((r) => r.id);

describe('a forest', () => {
  const forest = forestOf(opening, false);

  it('links rows by their parents', () => {
    expect(forest.roots).toEqual(['a', 'b']);
    expect(forest.children.get('a')).toEqual(['a1', 'a2']);
    expect(forest.children.has('a1')).toBe(false);
    expect(forest.children.get('a2')).toEqual([]);
  });

  it('takes a row whose parent was not read for a root', () => expect(forestOf([row('x', 'elsewhere', 0)], true).roots).toEqual(['x']));

  it('knows all above a row', () => {
    expect(lineOf(forest, 'a1')).toEqual(['a1', 'a']);
    expect(lineOf(forest, 'nowhere')).toEqual(['nowhere']);
  });

  it('shows the rows of open branches', () => {
    expect(ids(visibleRows(forest, new Set(), null))).toEqual(['a', 'b']);
    const rows = visibleRows(forest, new Set(['a', 'a1']), null);
    expect(ids(rows)).toEqual(['a', 'a1', 'a2', 'b']);
    expect(rows[1]).toEqual({ id: 'a1', level: 2, position: 1, siblings: 2, isExpandable: true, isExpanded: false });
  });

  it('adds the children of a branch, and counts them as they are', () => {
    const more = withChildren(forest, 'a1', [row('a1x', 'a1', 0)]);
    expect(more.nodes.get('a1')?.childCount).toBe(1);
    expect(ids(visibleRows(more, new Set(['a', 'a1']), null))).toEqual(['a', 'a1', 'a1x', 'a2', 'b']);
  });

  it('shows only what a filter found, with its ancestors', () => {
    const more = withChildren(forest, 'a1', [row('a1x', 'a1', 0)]);
    const shown = withAncestors(more, new Set(['a1x']));
    expect([...shown].sort()).toEqual(['a', 'a1', 'a1x']);
    const rows = visibleRows(more, new Set(), shown);
    expect(ids(rows)).toEqual(['a', 'a1', 'a1x']);
    expect(rows[0]?.siblings).toBe(1);
  });

  it('knows all parents and subtrees', () => {
    expect([...everyParent(forest)].sort()).toEqual(['a', 'a1', 'b']);
    expect([...subtreeOf(forest, 'a')].sort()).toEqual(['a', 'a1', 'a2']);
  });
});

describe('news', () => {
  const forest = withChildren(forestOf(opening, false), 'a1', [row('a1x', 'a1', 0)]);

  it('change a row in place', () => {
    const after = withChanged(forest, { ...row('a2', 'a', 0), version: 2, title: 'new' });
    expect(after.nodes.get('a2')?.title).toBe('new');
    expect(after.children.get('a')).toEqual(['a1', 'a2']);
  });

  it('that are old are passed over', () => {
    const after = withChanged(forest, { ...row('a2', 'a', 0), version: 2, title: 'newer' });
    expect(withChanged(after, { ...row('a2', 'a', 0), version: 1, title: 'older' }).nodes.get('a2')?.title).toBe('newer');
  });

  it('move a row with all below it', () => {
    const after = withChanged(forest, { ...row('a1', 'a2', 1), version: 2 });
    expect(after.nodes.get('a')?.childCount).toBe(1);
    expect(after.nodes.get('a2')?.childCount).toBe(1);
    expect(ids(visibleRows(after, new Set(['a', 'a2', 'a1']), null))).toEqual(['a', 'a2', 'a1', 'a1x', 'b']);
  });

  it('move a row to the root', () => {
    const after = withChanged(forest, { ...row('a2', null, 0), version: 2 });
    expect(after.roots).toEqual(['a', 'b', 'a2']);
    expect(after.children.get('a')).toEqual(['a1']);
  });

  it('add a new row under a branch that was read', () => {
    const after = withChanged(forest, row('a3', 'a', 0));
    expect(after.children.get('a')).toEqual(['a1', 'a2', 'a3']);
    expect(after.nodes.get('a')?.childCount).toBe(3);
  });

  it('only count a new row under a branch that was not', () => {
    const after = withChanged(forest, row('b1', 'b', 0));
    expect(after.nodes.get('b')?.childCount).toBe(2);
    expect(after.nodes.has('b1')).toBe(false);
  });

  it('under a row that was a leaf make it a branch', () => {
    const after = withChanged(forest, row('a2x', 'a2', 0));
    expect(visibleRows(after, new Set(['a']), null).find((r) => r.id === 'a2')?.isExpandable).toBe(true);
    expect(after.children.get('a2')).toEqual(['a2x']);
  });

  it('take a withdrawn row away', () => {
    const after = withChanged(forest, { ...row('a2', 'a', 0), version: 2, status: 'WITHDRAWN' });
    expect(after.nodes.has('a2')).toBe(false);
    expect(after.nodes.get('a')?.childCount).toBe(1);
  });

  it('of a row under an unknown parent change nothing', () => expect(withChanged(forest, row('z', 'unknown', 0)).nodes.size).toBe(forest.nodes.size));
});

describe('a large tree', () => {
  it('of 20,000 rows is laid out whole', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => row(`n${i}`, i === 0 ? null : `n${Math.floor((i - 1) / 10)}`, i * 10 + 1 < 20_000 ? 10 : 0));
    const forest = forestOf(rows, true);
    const shown = visibleRows(forest, everyParent(forest), null);
    expect(shown).toHaveLength(20_000);
  });
});
