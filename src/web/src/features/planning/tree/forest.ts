import type { ObjectiveRowData } from './ObjectiveRow';

/** What is known of a cycle's goal tree: all of it, or the branches that were opened. */
export interface Forest {
  nodes: ReadonlyMap<string, ObjectiveRowData>;
  roots: readonly string[];
  /** The children of each objective whose children were read. */
  children: ReadonlyMap<string, readonly string[]>;
  /** Whether all that there is was read. */
  isWhole: boolean;
}

export const emptyForest: Forest = { nodes: new Map(), roots: [], children: new Map(), isWhole: false };

/** @param rows in pre-order, as the API gives them. */
export function forestOf(rows: readonly ObjectiveRowData[], isWhole: boolean): Forest {
  const nodes = new Map(rows.map((row) => [row.id, row]));
  const roots: string[] = [];
  const children = new Map<string, string[]>();
  for (const row of rows) {
    const parent = row.parent && nodes.has(row.parent.id) ? row.parent.id : null;
    if (parent === null) roots.push(row.id);
    else {
      const siblings = children.get(parent);
      if (siblings) siblings.push(row.id);
      else children.set(parent, [row.id]);
    }
    if (row.childCount === 0) children.set(row.id, children.get(row.id) ?? []);
  }
  return { nodes, roots, children, isWhole };
}

/** Adds the children of one objective; where they have become fewer than was said, they count as they are. */
export function withChildren(forest: Forest, parentId: string, rows: readonly ObjectiveRowData[]): Forest {
  const parent = forest.nodes.get(parentId);
  if (!parent) return forest;
  const nodes = new Map(forest.nodes);
  const children = new Map(forest.children);
  for (const row of rows) {
    nodes.set(row.id, row);
    if (row.childCount === 0) children.set(row.id, []);
  }
  nodes.set(parentId, { ...parent, childCount: rows.length });
  children.set(parentId, rows.map((row) => row.id));
  return { ...forest, nodes, children };
}

/** The forest after an objective was drafted, changed, moved or withdrawn. News older than what is known are passed over. */
export function withChanged(forest: Forest, row: ObjectiveRowData): Forest {
  const known = forest.nodes.get(row.id);
  if (known && known.version > row.version) return forest;
  const gone = row.status === 'WITHDRAWN';
  const parentId = row.parent?.id ?? null;
  if (known && !gone && (known.parent?.id ?? null) === parentId) {
    return { ...forest, nodes: new Map(forest.nodes).set(row.id, row) };
  }
  const without = known ? detached(forest, row.id) : forest;
  return gone ? without : attached(without, row, parentId);
}

function detached(forest: Forest, id: string): Forest {
  const nodes = new Map(forest.nodes);
  const children = new Map(forest.children);
  const parentId = nodes.get(id)?.parent?.id;
  nodes.delete(id);
  const parent = parentId === undefined ? undefined : nodes.get(parentId);
  if (parent) {
    nodes.set(parent.id, { ...parent, childCount: Math.max(0, parent.childCount - 1) });
    children.set(parent.id, (children.get(parent.id) ?? []).filter((child) => child !== id));
  }
  return { ...forest, nodes, children, roots: forest.roots.filter((root) => root !== id) };
}

function attached(forest: Forest, row: ObjectiveRowData, parentId: string | null): Forest {
  const nodes = new Map(forest.nodes);
  const children = new Map(forest.children);
  if (row.childCount === 0) children.set(row.id, []);
  if (parentId === null) {
    nodes.set(row.id, row);
    return { ...forest, nodes, children, roots: [...forest.roots, row.id] };
  }
  const parent = nodes.get(parentId);
  if (!parent) return forest;
  nodes.set(parentId, { ...parent, childCount: parent.childCount + 1 });
  const siblings = children.get(parentId);
  if (!siblings) return { ...forest, nodes };
  nodes.set(row.id, row);
  children.set(parentId, [...siblings, row.id]);
  return { ...forest, nodes, children };
}

export interface TreeRow {
  id: string;
  /** 1 for a root. */
  level: number;
  /** From 1. */
  position: number;
  siblings: number;
  isExpandable: boolean;
  isExpanded: boolean;
}

/**
 * The rows that show, from top to bottom.
 * @param shown only these, and all of their branches open; null for no such choice.
 */
export function visibleRows(forest: Forest, expanded: ReadonlySet<string>, shown: ReadonlySet<string> | null): TreeRow[] {
  const rows: TreeRow[] = [];
  const chosen = (ids: readonly string[]) => (shown ? ids.filter((id) => shown.has(id)) : ids);
  const add = (ids: readonly string[], level: number) => {
    ids.forEach((id, index) => {
      const node = forest.nodes.get(id);
      if (!node) return;
      const below = chosen(forest.children.get(id) ?? []);
      const isExpandable = shown ? below.length > 0 : node.childCount > 0;
      const isExpanded = isExpandable && (shown !== null || (expanded.has(id) && forest.children.has(id)));
      rows.push({ id, level, position: index + 1, siblings: ids.length, isExpandable, isExpanded });
      if (isExpanded) add(below, level + 1);
    });
  };
  add(chosen(forest.roots), 1);
  return rows;
}

export function withAncestors(forest: Forest, matches: ReadonlySet<string>): Set<string> {
  const shown = new Set<string>();
  for (const match of matches) {
    for (let id: string | undefined = match; id !== undefined && !shown.has(id); id = forest.nodes.get(id)?.parent?.id) {
      if (forest.nodes.has(id)) shown.add(id);
    }
  }
  return shown;
}

/** The objective and all above it that are known. */
export function lineOf(forest: Forest, id: string): string[] {
  const line: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !line.includes(at); at = forest.nodes.get(at)?.parent?.id) line.push(at);
  return line;
}

export const everyParent = (forest: Forest): Set<string> => new Set([...forest.nodes.values()].filter((node) => node.childCount > 0).map((node) => node.id));

/** The objective and all that is known below it. */
export function subtreeOf(forest: Forest, id: string): Set<string> {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.add(next);
    open.push(...(forest.children.get(next) ?? []));
  }
  return found;
}
