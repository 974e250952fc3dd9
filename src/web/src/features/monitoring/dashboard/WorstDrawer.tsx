import { Drawer, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { groupDecimal } from '../../../format/decimal';
import { HealthBadge } from '../health/HealthBadge';
import styles from './Dashboard.module.css';
import { percentOf, WorstObjectives } from './dashboard';

interface WorstDrawerProps {
  title: string;
  filter: { cycleId: string; unitId: string | null; includeSubunits: boolean; regionId: string | null; customerId: string | null; ownerId: string | null };
  onClose: () => void;
}

/** The objectives that a row counts, those that do worst first; each leads to its chart, months and entries. */
export function WorstDrawer({ title, filter, onClose }: WorstDrawerProps) {
  const { t } = useTranslation();
  const pages = useConnection({ query: WorstObjectives, variables: { filter }, pageSize: 25, of: (data) => data.objectives });
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="gauge" title={t('dashboard.none')} hint={t('dashboard.noneHint')} />}
      {pages.nodes && (
        <ul className={styles.rows} aria-label={title}>
          {pages.nodes.map(({ id, code, title: name, owner, measure, progress }) => (
            <li key={id} style={{ padding: '8px 0', borderBottom: '1px solid #eef1f4' }}>
              <Link className="text-link" to={`/objectives/${id}`}>
                {name}
              </Link>
              <Text size="xs" c="dimmed">
                {code} · {owner.name}
              </Text>
              <Text size="sm" className="number">
                <HealthBadge health={progress.health} /> {progress.attainment !== null && `${percentOf(progress.attainment)}% · `}
                {progress.actualToDate !== null && `${groupDecimal(progress.actualToDate, measure.decimals)} / ${groupDecimal(progress.targetToDate ?? '0', measure.decimals)} ${measure.unitOfMeasure}`}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <MoreButton pages={pages} />
    </Drawer>
  );
}
