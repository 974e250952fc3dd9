import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { treeAction } from '../../../components/treeKeys';
import { usePhone } from '../../../components/usePhone';
import type { TreeRow } from './forest';
import { GoalGridRow } from './GoalGridRow';
import styles from './GoalGrid.module.css';
import type { ObjectiveRowData } from './ObjectiveRow';
import type { RowProgress } from './rowProgress';

interface GoalGridProps {
  label: string;
  rows: readonly TreeRow[];
  nodes: ReadonlyMap<string, ObjectiveRowData>;
  busy: ReadonlySet<string>;
  /** Those that a filter found; the others stand there as their ancestors. */
  matches: ReadonlySet<string> | null;
  /** How the rows do, as far as it is known; null in a cycle that is not carried out yet. */
  progress: ReadonlyMap<string, RowProgress> | null;
  /** Tells which rows are in sight. */
  onShown: (ids: readonly string[]) => void;
  activeId: string | null;
  /** Comes into sight and gets the focus, once it is among the rows. */
  revealed: string | null;
  onRevealed: () => void;
  onActivate: (id: string) => void;
  onOpen: (id: string) => void;
  onMenu: (id: string) => void;
  onExpand: (ids: readonly string[]) => void;
  onCollapse: (ids: readonly string[]) => void;
  /** The row whose menu is open. */
  menuId: string | null;
  renderMenu: (node: ObjectiveRowData) => ReactNode;
}

/** The goal tree as a grid of which only the rows in sight exist; kept smooth with ten thousand and more. */
export function GoalGrid({ label, rows, nodes, busy, matches, progress, onShown, activeId, revealed, onRevealed, onActivate, onOpen, onMenu, onExpand, onCollapse, menuId, renderMenu }: GoalGridProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = phone ? 58 : 38;
  const found = rows.findIndex((row) => row.id === activeId);
  const active = found < 0 ? 0 : found;
  const [focusOwed, setFocusOwed] = useState<string | null>(null);

  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer's functions are used here alone
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
    // The row that has the focus stays, however far one scrolls from it.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(active) || active >= rows.length ? shown : [...shown, active].sort((a, b) => a - b);
    },
  });

  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const shownIds = items.flatMap((item) => rows[item.index]?.id ?? []).join(' ');
  useEffect(() => onShown(shownIds === '' ? [] : shownIds.split(' ')), [shownIds, onShown]);

  useEffect(() => {
    if (focusOwed === null) return;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${focusOwed}"]`)?.focus({ preventScroll: true });
    setFocusOwed(null);
  }, [focusOwed]);

  useEffect(() => {
    const index = revealed === null ? -1 : rows.findIndex((row) => row.id === revealed);
    if (index < 0) return;
    virtualizer.scrollToIndex(index, { align: 'center' });
    setFocusOwed(revealed);
    onRevealed();
  }, [revealed, rows, virtualizer, onRevealed]);

  // A menu that closes leaves the focus where it was opened.
  const menuBefore = useRef<string>(null);
  useEffect(() => {
    const closed = menuId === null ? menuBefore.current : null;
    menuBefore.current = menuId;
    if (closed !== null) scroller.current?.querySelector<HTMLElement>(`[data-row="${closed}"]`)?.focus({ preventScroll: true });
  }, [menuId]);

  const toggle = useCallback((row: TreeRow) => (row.isExpanded ? onCollapse([row.id]) : onExpand([row.id])), [onCollapse, onExpand]);

  function moveTo(index: number) {
    const row = rows[index];
    if (!row) return;
    onActivate(row.id);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    setFocusOwed(row.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    const onRow = (event.target as HTMLElement).dataset.row !== undefined;
    if (event.altKey || event.ctrlKey || event.metaKey || !onRow) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      const row = rows[active];
      if (row) onMenu(row.id);
      return;
    }
    const pageSize = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);
    const action = treeAction(event.key, rows, active, pageSize);
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'focus') moveTo(action.index);
    else if (action.kind === 'open') onOpen(action.id);
    else if (action.kind === 'collapse') onCollapse([action.id]);
    else onExpand(action.kind === 'expand' ? [action.id] : action.ids);
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <div role="treegrid" aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={progress ? 7 : 6} onKeyDown={onKeyDown} className={styles.grid} data-followed={progress ? '' : undefined}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row} style={{ height: phone ? 0 : 34 }}>
            {(['title', 'owner', 'unit', 'target', 'status'] as const).map((column) => (
              <div role="columnheader" key={column} className={styles[column]}>
                {t(`tree.columns.${column}`)}
              </div>
            ))}
            {progress && (
              <div role="columnheader" className={styles.progress}>
                {t('tree.columns.progress')}
              </div>
            )}
            <div role="columnheader" className={styles.menu}>
              <span className="visually-hidden">{t('tree.columns.actions')}</span>
            </div>
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rows[item.index];
            const node = row && nodes.get(row.id);
            return row && node ? (
              <GoalGridRow
                key={row.id}
                row={row}
                node={node}
                index={item.index}
                top={item.start}
                height={rowHeight}
                isPhone={phone}
                isActive={item.index === active}
                isBusy={busy.has(row.id)}
                isFollowed={progress !== null}
                progress={progress?.get(row.id)}
                isContext={matches !== null && !matches.has(row.id)}
                onActivate={onActivate}
                onOpen={onOpen}
                onToggle={toggle}
                onMenu={onMenu}
                renderMenu={menuId === row.id ? renderMenu : null}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
