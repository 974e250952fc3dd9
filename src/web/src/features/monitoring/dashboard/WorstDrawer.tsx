import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { SideDrawer } from '../../../components/SideDrawer';
import { formatDay } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { HealthBadge } from '../health/HealthBadge';
import styles from './Dashboard.module.css';
import { percentOf, StandingsQuery } from './dashboard';

interface WorstDrawerProps {
  title: string;
  cycleId: string;
  filter: { unitId?: string | null; includeSubunits?: boolean; regionId?: string | null; customerId?: string | null; ownerId?: string | null };
  /** A past day, at whose end they are shown. */
  day: string | null;
  onClose: () => void;
}

/** The objectives that a row counts, those that do worst first; each leads to its chart, months and entries as of that day. */
export function WorstDrawer({ title, cycleId, filter, day, onClose }: WorstDrawerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const pages = useConnection({ query: StandingsQuery, variables: { cycleId, filter, asOf: day }, pageSize: 25, of: (data) => data.standings });
  return (
    <SideDrawer title={title} size="lg" onClose={onClose}>
      {day && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('dashboard.stood', { day: formatDay(day, language) })}
        </Text>
      )}
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="gauge" title={t('dashboard.none')} hint={t('dashboard.noneHint')} />}
      {pages.nodes && (
        <ul className={styles.rows} aria-label={title}>
          {pages.nodes.flatMap(({ health, attainment, objective }) =>
            objective === null
              ? []
              : [
                  <li key={objective.id} className={styles.behind}>
                    <Link className="text-link" to={`/objectives/${objective.id}${day ? `?day=${day}` : ''}`}>
                      {objective.title}
                    </Link>
                    <Text size="xs" c="dimmed">
                      {objective.code} · {objective.owner.name}
                    </Text>
                    <Text size="sm" className="number">
                      <HealthBadge health={health} /> {attainment !== null && `${t('common.percent', { percent: percentOf(attainment) })} · `}
                      {objective.progress.actualToDate !== null &&
                        `${groupDecimal(objective.progress.actualToDate, objective.measure.decimals)} / ${groupDecimal(objective.progress.targetToDate ?? '0', objective.measure.decimals)} ${objective.measure.unitOfMeasure}`}
                    </Text>
                  </li>,
                ],
          )}
        </ul>
      )}
      <MoreButton pages={pages} />
    </SideDrawer>
  );
}
