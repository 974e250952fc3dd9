interface PlacedRow {
  level: number;
  children: number;
}

/** The rows of a tree that show: all but those under a closed one. Rows come in pre-order. */
export function openRows<R extends PlacedRow>(rows: readonly R[], isClosed: (row: R) => boolean): (R & { isExpanded: boolean })[] {
  const shown: (R & { isExpanded: boolean })[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row.level > hiddenBelow) continue;
    const isExpanded = row.children > 0 && !isClosed(row);
    hiddenBelow = row.children > 0 && !isExpanded ? row.level : Number.POSITIVE_INFINITY;
    shown.push({ ...row, isExpanded });
  }
  return shown;
}
