import { Loader } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Icon } from '../../../components/Icon';
import { groupDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import { HealthBadge } from '../../monitoring/health/HealthBadge';
import { StatusBadge } from '../objectives/StatusBadge';
import { TargetText } from '../objectives/TargetText';
import type { TreeRow } from './forest';
import styles from './GoalGrid.module.css';
import type { ObjectiveRowData } from './ObjectiveRow';
import type { RowProgress } from './rowProgress';
import { RowMenuButton } from './RowMenuButton';

interface GoalGridRowProps {
  row: TreeRow;
  node: ObjectiveRowData;
  index: number;
  top: number;
  height: number;
  isPhone: boolean;
  isActive: boolean;
  isBusy: boolean;
  /** Its cycle is carried out, or was. */
  isFollowed: boolean;
  progress: RowProgress | undefined;
  /** It stands here only as an ancestor of what was found. */
  isContext: boolean;
  onActivate: (id: string) => void;
  onOpen: (id: string) => void;
  onToggle: (row: TreeRow) => void;
  onMenu: (id: string) => void;
  /** The row's menu with its button, for the one row whose menu is open. */
  renderMenu: ((node: ObjectiveRowData) => ReactNode) | null;
}

/** Drawn anew only when something of the row itself changes, so that scrolling draws no more than the rows that come into sight. */
export const GoalGridRow = memo(function GoalGridRow({
  row, node, index, top, height, isPhone, isActive, isBusy, isFollowed, progress, isContext, onActivate, onOpen, onToggle, onMenu, renderMenu,
}: GoalGridRowProps) {
  const { t } = useTranslation();
  const day = useSearchParams()[0].get('day');
  const attainment = progress?.attainment ? t('common.percent', { percent: groupDecimal(percentOfOne(progress.attainment), 1) }) : null;
  return (
    <div
      role="row"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.isExpandable ? row.isExpanded : undefined}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      tabIndex={isActive ? 0 : -1}
      data-row={row.id}
      data-context={isContext || undefined}
      className={`${styles.row} ${styles.body}`}
      style={{ height, transform: `translateY(${top}px)` }}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onActivate(row.id);
      }}
      onDoubleClick={() => onOpen(row.id)}
      onClick={() => onActivate(row.id)}
    >
      <div role="gridcell" className={styles.title} style={{ paddingInlineStart: 6 + Math.min(row.level - 1, 24) * (isPhone ? 12 : 20) }}>
        {row.isExpandable ? (
          <button
            type="button"
            tabIndex={-1}
            className={styles.toggle}
            aria-label={t(row.isExpanded ? 'tree.collapse' : 'tree.expand')}
            onClick={(event) => {
              event.stopPropagation();
              onToggle(row);
            }}
            onDoubleClick={(event) => event.stopPropagation()}
          >
            {isBusy ? <Loader size={12} /> : <Icon name={row.isExpanded ? 'chevronDown' : 'chevronRight'} />}
          </button>
        ) : (
          <span className={styles.leaf} />
        )}
        <span className={styles.level} data-level={node.level} title={t(`enums.ObjectiveLevel.${node.level}`)}>
          {t(`enums.ObjectiveLevelShort.${node.level}`)}
        </span>
        <span className={styles.words}>
          <span className={styles.name}>
            <Link to={{ pathname: `/objectives/${node.id}`, search: day ? `?day=${day}` : '' }} tabIndex={-1} className={styles.link}>
              {node.title}
            </Link>
            {node.important && (
              <span className={styles.star} title={t('objective.important')}>
                <Icon name="star" size={13} filled />
                <span className="visually-hidden">{t('objective.important')}</span>
              </span>
            )}
          </span>
          {isPhone && (
            <span className={styles.sub}>
              {node.owner.name} · <TargetText target={node.target} lowerBound={node.lowerBound} measure={node.measure} /> · {progress && progress.health !== 'UNKNOWN' ? `${t(`enums.Health.${progress.health}`)}${attainment ? ` ${attainment}` : ''}` : t(`enums.ObjectiveStatus.${node.status}`)}
            </span>
          )}
        </span>
        {!isPhone && row.isExpandable && !row.isExpanded && <span className={styles.count}>{node.childCount}</span>}
      </div>
      {!isPhone && (
        <>
          <div role="gridcell" className={styles.owner}>
            {node.owner.name}
          </div>
          <div role="gridcell" className={styles.unit} title={node.unit.name}>
            {node.unit.name}
          </div>
          <div role="gridcell" className={styles.target}>
            <TargetText target={node.target} lowerBound={node.lowerBound} measure={node.measure} />
          </div>
          <div role="gridcell" className={styles.status}>
            <StatusBadge status={node.status} />
          </div>
          {isFollowed && (
            <div role="gridcell" className={styles.progress}>
              {progress && (
                <>
                  <span className="number">{attainment ?? '—'}</span>
                  <HealthBadge health={progress.health} />
                </>
              )}
            </div>
          )}
        </>
      )}
      <div role="gridcell" className={styles.menu}>
        {renderMenu ? renderMenu(node) : <RowMenuButton title={node.title} isActive={isActive} isOpen={false} onClick={() => onMenu(node.id)} />}
      </div>
    </div>
  );
});
