import { useRef, type ClipboardEvent, type FocusEvent, type KeyboardEvent } from 'react';
import { parseBlock } from './figures';
import { stepFrom, type At, type Direction } from './sheet';

interface SheetKeys {
  rows: number;
  months: number;
  onPaste: (block: string[][], at: At) => void;
  onRevert: (at: At, text: string) => void;
  onSettle: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onSave: () => void;
}

const placed = (element: EventTarget | null): At | null =>
  element instanceof HTMLElement && element.dataset.row !== undefined ? { row: Number(element.dataset.row), column: Number(element.dataset.column) } : null;

const cellAt = (root: HTMLElement, { row, column }: At) => root.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);

/** Whether an arrow leaves the field: all of it is selected, or the cursor is at the edge that the arrow points to. */
function leaves(input: HTMLInputElement, key: string): boolean {
  const { selectionStart: start, selectionEnd: end, value } = input;
  if (start === 0 && end === value.length) return true;
  return start === end && (key === 'ArrowLeft' ? start === 0 : end === value.length);
}

function directionOf({ key, shiftKey }: KeyboardEvent, target: HTMLElement): Direction | null {
  switch (key) {
    case 'Enter':
      return target instanceof HTMLInputElement ? (shiftKey ? 'up' : 'down') : null;
    case 'ArrowDown':
      return 'down';
    case 'ArrowUp':
      return 'up';
    case 'ArrowLeft':
    case 'ArrowRight':
      if (target instanceof HTMLInputElement && !leaves(target, key)) return null;
      return key === 'ArrowLeft' ? 'left' : 'right';
    case 'Tab':
      return shiftKey ? 'previous' : 'next';
    default:
      return null;
  }
}

/** The keys of a sheet of figures, as spreadsheets have them: Enter goes down, Tab right, the arrows all ways, Escape takes back what was typed. */
export function useSheetKeys({ rows, months, onPaste, onRevert, onSettle, onUndo, onRedo, onSave }: SheetKeys) {
  const before = useRef('');

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    const at = placed(target);
    if (!at || event.nativeEvent.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const act = { z: event.shiftKey ? onRedo : onUndo, y: onRedo, s: onSave }[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
      return;
    }
    if (event.key === 'Escape' && target instanceof HTMLInputElement) {
      onRevert(at, before.current);
      return;
    }
    const root = event.currentTarget;
    const direction = directionOf(event, target);
    const next = direction && stepFrom(at, direction, { rows, months }, (cell) => cellAt(root, cell) !== null);
    // At the end of the sheet Tab goes on to what follows it.
    if (!direction || (event.key === 'Tab' && !next)) return;
    event.preventDefault();
    if (!next) return;
    const cell = cellAt(root, next);
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return {
    onKeyDown,
    onFocus(event: FocusEvent<HTMLElement>) {
      if (event.target instanceof HTMLInputElement) before.current = event.target.value;
      onSettle();
    },
    onPaste(event: ClipboardEvent<HTMLElement>) {
      const at = placed(event.target);
      if (!at || !(event.target instanceof HTMLInputElement)) return;
      const block = parseBlock(event.clipboardData.getData('text/plain'));
      if (block.length === 1 && block[0]?.length === 1) return;
      event.preventDefault();
      onPaste(block, at);
    },
  };
}
