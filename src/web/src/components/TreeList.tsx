import { useRef, useState, type ReactNode } from 'react';
import { Icon } from './Icon';
import { treeAction, type KeyRow } from './treeKeys';
import styles from './TreeList.module.css';

export interface TreeItem extends KeyRow {
  position: number;
  siblings: number;
  label: ReactNode;
}

interface TreeListProps {
  label: string;
  items: readonly TreeItem[];
  selectedId: string | null;
  onOpen: (id: string) => void;
  onExpand: (ids: readonly string[]) => void;
  onCollapse: (id: string) => void;
}

/** A tree of some hundred rows, after the WAI-ARIA tree pattern. */
export function TreeList({ label, items, selectedId, onOpen, onExpand, onCollapse }: TreeListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const found = items.findIndex((item) => item.id === (focusedId ?? selectedId));
  const active = found < 0 ? 0 : found;

  function focus(id: string) {
    setFocusedId(id);
    list.current?.querySelector<HTMLElement>(`[data-item="${id}"]`)?.focus();
  }

  return (
    <div
      ref={list}
      role="tree"
      aria-label={label}
      className={styles.tree}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const action = treeAction(event.key, items, active, 10);
        if (!action) return;
        event.preventDefault();
        if (action.kind === 'focus') focus(items[action.index]?.id ?? '');
        else if (action.kind === 'open') onOpen(action.id);
        else if (action.kind === 'collapse') onCollapse(action.id);
        else onExpand(action.kind === 'expand' ? [action.id] : action.ids);
      }}
    >
      {items.map((item, index) => (
        <div
          key={item.id}
          role="treeitem"
          data-item={item.id}
          aria-level={item.level}
          aria-posinset={item.position}
          aria-setsize={item.siblings}
          aria-expanded={item.isExpandable ? item.isExpanded : undefined}
          aria-selected={item.id === selectedId}
          tabIndex={index === active ? 0 : -1}
          className={styles.item}
          style={{ paddingInlineStart: 4 + (item.level - 1) * 18 }}
          onFocus={() => setFocusedId(item.id)}
          onClick={() => onOpen(item.id)}
        >
          <span
            className={styles.toggle}
            onClick={(event) => {
              if (!item.isExpandable) return;
              event.stopPropagation();
              if (item.isExpanded) onCollapse(item.id);
              else onExpand([item.id]);
            }}
          >
            {item.isExpandable && <Icon name={item.isExpanded ? 'chevronDown' : 'chevronRight'} size={14} />}
          </span>
          {item.label}
        </div>
      ))}
    </div>
  );
}
