import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { CasesQuery, type ImprovementStatus } from '../cases/cases';
import styles from '../Improvement.module.css';
import { CaseCard } from './CaseCard';

export interface CaseFilter {
  unitId: string | null;
  includeSubunits: boolean;
  responsibleId: string | null;
  overdue: boolean | null;
  text: string | null;
}

interface CaseColumnProps {
  cycleId: string;
  /** Null for all, as one list. */
  status: ImprovementStatus | null;
  filter: CaseFilter;
  news: number;
}

/** The cases of one state, or all, the newest first, page by page. */
export function CaseColumn({ cycleId, status, filter, news }: CaseColumnProps) {
  const { t } = useTranslation();
  const id = useId();
  const pages = useConnection({ query: CasesQuery, variables: { cycleId, filter: { ...filter, status: status && [status] } }, pageSize: status ? 10 : 20, of: (data) => data.improvementCases });
  useNews(news, pages.reload);
  return (
    <section className={`surface ${styles.column}`} aria-labelledby={id} data-status={status ?? 'ALL'}>
      <header className={styles.head}>
        <Title order={2} size="h4" id={id}>
          {t(status ? `enums.ImprovementStatus.${status}` : 'improvement.allCases')}
        </Title>
        {pages.nodes && (
          <Text size="xs" c="dimmed">
            {t('improvement.count', { count: pages.totalCount })}
          </Text>
        )}
      </header>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows count={5} />)}
      {pages.nodes?.length === 0 && (
        <Text size="sm" c="dimmed" p="sm">
          {t('improvement.none')}
        </Text>
      )}
      {pages.nodes && pages.nodes.length > 0 && (
        <ul className={styles.list} aria-labelledby={id}>
          {pages.nodes.map((line) => (
            <CaseCard key={line.id} line={line} withStatus={status === null} />
          ))}
        </ul>
      )}
      {pages.nodes && pages.error && <FailureState error={pages.error} onRetry={pages.more} />}
      <MoreButton pages={pages} />
    </section>
  );
}
