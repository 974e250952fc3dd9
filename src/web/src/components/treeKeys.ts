/** A row of a tree, as far as the keyboard needs to know it. */
export interface KeyRow {
  id: string;
  level: number;
  isExpandable: boolean;
  isExpanded: boolean;
}

export type TreeAction = { kind: 'focus'; index: number } | { kind: 'expand'; id: string } | { kind: 'collapse'; id: string } | { kind: 'open'; id: string } | { kind: 'expandSiblings'; ids: string[] };

/** What a key does in a tree, after the WAI-ARIA pattern; null for keys that mean nothing to it. */
export function treeAction(key: string, rows: readonly KeyRow[], active: number, pageSize: number): TreeAction | null {
  const row = rows[active];
  if (!row) return null;
  const focus = (index: number): TreeAction => ({ kind: 'focus', index: Math.max(0, Math.min(rows.length - 1, index)) });
  switch (key) {
    case 'ArrowDown':
      return focus(active + 1);
    case 'ArrowUp':
      return focus(active - 1);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(rows.length - 1);
    case 'PageDown':
      return focus(active + pageSize);
    case 'PageUp':
      return focus(active - pageSize);
    case 'ArrowRight':
      if (!row.isExpandable) return null;
      return row.isExpanded ? focus(active + 1) : { kind: 'expand', id: row.id };
    case 'ArrowLeft':
      if (row.isExpanded) return { kind: 'collapse', id: row.id };
      return row.level > 1 ? focus(parentIndex(rows, active)) : null;
    case 'Enter':
    case ' ':
      return { kind: 'open', id: row.id };
    case '*':
      return { kind: 'expandSiblings', ids: siblingsOf(rows, active).filter((r) => r.isExpandable && !r.isExpanded).map((r) => r.id) };
    default:
      return null;
  }
}

function parentIndex(rows: readonly KeyRow[], index: number): number {
  const level = rows[index]?.level ?? 1;
  for (let i = index - 1; i >= 0; i--) {
    if ((rows[i]?.level ?? 0) < level) return i;
  }
  return index;
}

function siblingsOf(rows: readonly KeyRow[], index: number): KeyRow[] {
  const level = rows[index]?.level ?? 1;
  let first = index;
  while (first > 0 && (rows[first - 1]?.level ?? 0) >= level) first--;
  const siblings: KeyRow[] = [];
  for (const row of rows.slice(first)) {
    if (row.level < level) break;
    if (row.level === level) siblings.push(row);
  }
  return siblings;
}
