import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { groupDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import { HealthBadge } from '../../monitoring/health/HealthBadge';
import { TargetText } from '../objectives/TargetText';
import type { TreeRow } from '../tree/forest';
import type { ObjectiveRowData } from '../tree/ObjectiveRow';
import type { RowProgress } from '../tree/rowProgress';
import styles from './GoalNode.module.css';

export interface GoalNodeData extends Record<string, unknown> {
  node: ObjectiveRowData;
  row: TreeRow;
  /** How it does, where that is known. */
  progress: RowProgress | undefined;
  isContext: boolean;
  onOpen: (id: string) => void;
  onToggle: () => void;
}

export function GoalNode({ data }: NodeProps<Node<GoalNodeData>>) {
  const { t } = useTranslation();
  const { node, row, progress, isContext } = data;
  return (
    <div className={styles.node} data-level={node.level} data-context={isContext || undefined}>
      <Handle type="target" position={Position.Left} className={styles.handle} isConnectable={false} />
      <button type="button" className={styles.open} onClick={() => data.onOpen(node.id)}>
        <span className={styles.title}>{node.title}</span>
        <span className={styles.line}>
          <span className="truncate">{node.owner.name}</span>
          <TargetText target={node.target} lowerBound={node.lowerBound} measure={node.measure} />
        </span>
        <span className={styles.line}>
          <span className="truncate">{node.unit.name}</span>
          {progress && progress.health !== 'UNKNOWN' ? (
            <span className={styles.health}>
              {progress.attainment && <span className="number">{t('common.percent', { percent: groupDecimal(percentOfOne(progress.attainment), 1) })}</span>}
              <HealthBadge health={progress.health} />
            </span>
          ) : (
            <span>{t(`enums.ObjectiveStatus.${node.status}`)}</span>
          )}
        </span>
      </button>
      {row.isExpandable && (
        <button type="button" className={styles.toggle} aria-expanded={row.isExpanded} onClick={data.onToggle}>
          {row.isExpanded ? <Icon name="chevronLeft" size={12} /> : node.childCount}
          <span className="visually-hidden">{t(row.isExpanded ? 'tree.collapseOf' : 'tree.expandOf', { title: node.title })}</span>
        </button>
      )}
      <Handle type="source" position={Position.Right} className={styles.handle} isConnectable={false} />
    </div>
  );
}
