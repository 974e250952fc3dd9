import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FactList } from '../../../components/FactList';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { useList } from '../../../i18n/useList';
import { useInstant } from '../../organization/workspace/workspace';
import type { CaseFilter } from '../board/CaseColumn';
import styles from '../Improvement.module.css';
import { LearnedQuery } from './lessons';

/** What was learned in a cycle's closed cases, the newest first. */
export function LearnedList({ cycleId, filter }: { cycleId: string; filter: CaseFilter }) {
  const { t } = useTranslation();
  const instant = useInstant();
  const list = useList();
  const pages = useConnection({ query: LearnedQuery, variables: { cycleId, filter: { ...filter, overdue: null, status: ['CLOSED'] as const } }, pageSize: 10, of: (data) => data.improvementCases });
  if (!pages.nodes) return pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />;
  if (pages.nodes.length === 0) return <EmptyState icon="search" title={t('improvement.noLessons')} hint={t('improvement.noLessonsHint')} />;
  return (
    <div className="surface">
      <ul className={styles.list} aria-label={t('improvement.lessons')}>
        {pages.nodes.map((known) => (
          <li key={known.id} className={styles.card}>
            <Link className="plain-link" to={`/improvement/${known.id}`}>
              {known.objective.code} {known.objective.title}
            </Link>
            {known.lessons ? (
              <p className={styles.text}>{known.lessons}</p>
            ) : (
              <Text size="sm" c="dimmed">
                {t('improvement.nothingLearned')}
              </Text>
            )}
            <FactList
              facts={[
                [t('improvement.rootCauses'), list.format(known.causes.filter((cause) => cause.confirmedRoot).map((cause) => cause.text))],
                [t('improvement.chosen'), known.decision?.chosen.title],
                [t('improvement.verdict'), known.verification && t(`enums.VerificationVerdict.${known.verification.verdict}`)],
                [t('improvement.closed'), known.closedAt && instant(known.closedAt)],
              ]}
            />
          </li>
        ))}
      </ul>
      {pages.error && <FailureState error={pages.error} onRetry={pages.more} />}
      <MoreButton pages={pages} />
    </div>
  );
}
