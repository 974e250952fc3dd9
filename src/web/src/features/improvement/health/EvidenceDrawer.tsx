import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { SideDrawer } from '../../../components/SideDrawer';
import { formatDay, formatPeriod } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { placeOf } from '../../platform/agenda/places';
import { deviationOf, objectiveOf, planOf, scorecardOf } from '../../platform/notifications/notices';
import { HealthEvidenceQuery, type EvidenceData, type FailureCause } from './health';
import styles from './Health.module.css';

const most = 40;

interface EvidenceDrawerProps {
  cause: FailureCause;
  cycleId: string;
  unitId: string | null;
  onClose: () => void;
}

/** The records behind an indicator, the worst first, each with the way to it. */
export function EvidenceDrawer({ cause, cycleId, unitId, onClose }: EvidenceDrawerProps) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: HealthEvidenceQuery, variables: { cycleId, unitId, first: most } });
  const records = data?.programHealth.indicators.find((indicator) => indicator.cause === cause)?.evidence;
  return (
    <SideDrawer title={t('health.recordsOf', { name: t(`health.cause.${cause}`) })} size="lg" onClose={onClose}>
      {!records && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />)}
      {records?.length === 0 && <EmptyState icon="check" title={t('health.noRecords')} hint={t('health.noRecordsHint')} />}
      {records && records.length > 0 && (
        <ul className={styles.records} aria-label={t('health.records')}>
          {records.map((record) => (
            <Record key={record.id} record={record} />
          ))}
        </ul>
      )}
    </SideDrawer>
  );
}

function Record({ record }: { record: EvidenceData }) {
  const { t } = useTranslation();
  const { name, about } = useWords(record);
  const place = placeOf({ __typename: record.__typename, id: record.id, objective: 'objective' in record ? record.objective : objectiveOf(record), deviation: deviationOf(record), plan: planOf(record), scorecard: scorecardOf(record) });
  const path = record.__typename === 'StrategyElement' ? '/strategy' : place;
  return (
    <li>
      {path ? (
        <Anchor component={Link} to={path}>
          {name}
        </Anchor>
      ) : (
        name
      )}
      <div className={styles.quiet}>
        {t(`health.kind.${record.__typename}`, { defaultValue: '' })}
        {about && ` · ${about}`}
      </div>
    </li>
  );
}

/** What a record is called, and what else is to be said of it in a line. */
function useWords(record: EvidenceData): { name: string; about?: string } {
  const { t } = useTranslation();
  const language = useLanguage();
  switch (record.__typename) {
    case 'Person':
      return { name: record.name, about: record.employeeNumber };
    case 'Objective':
      return { name: record.title, about: record.code };
    case 'Briefing':
    case 'StrategyElement':
      return { name: record.title };
    case 'DevelopmentItem':
      return { name: record.title, about: `${record.plan.person.name} · ${t('health.due', { day: formatDay(record.due, language) })}` };
    case 'TargetRevision':
      return { name: record.objective.title, about: record.objective.code };
    case 'ControlPoint':
      return { name: record.objective.title, about: formatDay(record.date, language) };
    case 'ProgressReport':
      return {
        name: record.controlPoint.objective.title,
        about: [record.by.name, formatDay(record.controlPoint.date, language), record.minutesSpent === null ? '' : t('health.took', { count: record.minutesSpent })].filter(Boolean).join(' · '),
      };
    case 'Actual':
      return { name: record.objective.title, about: formatPeriod(record.period, language) };
    case 'Scorecard':
      return { name: record.person.name };
    default:
      return { name: record.id };
  }
}
