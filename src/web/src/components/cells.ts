import type { ClipboardEvent, KeyboardEvent } from 'react';

const cellsOf = (element: HTMLElement) => [...element.querySelectorAll<HTMLInputElement>('input[data-cell]:not(:disabled)')];

/** What stands in a copied column of a spreadsheet, cell by cell; a copied row too. Null when it is one value alone. */
export function copiedCells(text: string): string[] | null {
  const cells = text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n|\t/);
  return cells.length > 1 ? cells : null;
}

/** Goes so many cells on, by the key. */
function goBy(event: KeyboardEvent<HTMLElement>, steps: Partial<Record<string, number>>) {
  const at = event.target as HTMLElement;
  if (!(at instanceof HTMLInputElement) || at.dataset.cell === undefined || event.nativeEvent.isComposing) return;
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const cells = cellsOf(event.currentTarget);
  const next = cells[cells.indexOf(at) + step];
  next?.focus();
  next?.select();
}

/** Enter and the arrows go from cell to cell of a table of so many columns of short number fields. */
export function gridKeys(columns: number) {
  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => goBy(event, { Enter: event.shiftKey ? -columns : columns, ArrowDown: columns, ArrowUp: -columns, ArrowLeft: -1, ArrowRight: 1 }),
  };
}

/** Enter and the arrows go from cell to cell of a column of number fields, and what is copied from a spreadsheet fills it from the cell on. */
export function cellKeys(fill: (from: string, values: string[], keys: string[]) => void) {
  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => goBy(event, { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }),
    onPaste(event: ClipboardEvent<HTMLElement>) {
      const at = event.target as HTMLElement;
      if (!(at instanceof HTMLInputElement) || at.dataset.cell === undefined) return;
      const values = copiedCells(event.clipboardData.getData('text/plain'));
      if (!values) return;
      event.preventDefault();
      fill(at.dataset.cell, values, cellsOf(event.currentTarget).map((cell) => cell.dataset.cell ?? ''));
    },
  };
}
