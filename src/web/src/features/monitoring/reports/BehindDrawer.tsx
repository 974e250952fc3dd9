import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { SideDrawer } from '../../../components/SideDrawer';
import { HealthBadge } from '../health/HealthBadge';
import styles from '../dashboard/Dashboard.module.css';
import { ObjectivesBehindQuery, percentOf, type BehindFilter } from './reports';

interface BehindDrawerProps {
  title: string;
  filter: BehindFilter;
  /** The day as of which the report is told: each leads to how it stood then. */
  day: string | null;
  onClose: () => void;
}

/** The objectives behind a number of a report, the worst first. */
export function BehindDrawer({ title, filter, day, onClose }: BehindDrawerProps) {
  const { t } = useTranslation();
  const pages = useConnection({ query: ObjectivesBehindQuery, variables: { filter }, pageSize: 25, of: (data) => data.objectives });
  return (
    <SideDrawer title={title} size="lg" onClose={onClose}>
      {day && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('reports.asTheyAreNow')}
        </Text>
      )}
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="bars" title={t('dashboard.none')} hint={t('dashboard.noneHint')} />}
      {pages.nodes && (
        <ul className={styles.rows} aria-label={title}>
          {pages.nodes.map((objective) => (
            <li key={objective.id} className={styles.behind}>
              <Link className="text-link" to={`/objectives/${objective.id}${day ? `?day=${day}` : ''}`}>
                {objective.title}
              </Link>
              <Text size="xs" c="dimmed">
                {objective.code} · {objective.owner.name}
              </Text>
              <Text size="sm" className="number">
                <HealthBadge health={objective.progress.health} /> {objective.progress.attainment !== null && t('common.percent', { percent: percentOf(objective.progress.attainment) })}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <MoreButton pages={pages} />
    </SideDrawer>
  );
}
