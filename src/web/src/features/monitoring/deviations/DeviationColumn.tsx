import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { DeviationCard } from './DeviationCard';
import { DeviationsQuery, type DeviationSeverity, type DeviationStatus } from './deviations';
import styles from './Deviations.module.css';

interface DeviationColumnProps {
  cycleId: string;
  severity: DeviationSeverity;
  filter: { status: DeviationStatus[] | null; ownerId: string | null; unitId: string | null; includeSubunits: boolean };
  news: number;
  onOpen: (id: string) => void;
}

/** All deviations of one severity, the newest first, page by page. */
export function DeviationColumn({ cycleId, severity, filter, news, onOpen }: DeviationColumnProps) {
  const { t } = useTranslation();
  const id = useId();
  const pages = useConnection({ query: DeviationsQuery, variables: { cycleId, filter: { ...filter, severity: [severity] } }, pageSize: 10, of: (data) => data.deviations });
  useNews(news, pages.reload);
  return (
    <section className={`surface ${styles.column}`} aria-labelledby={id} data-severity={severity}>
      <header className={styles.head}>
        <Title order={2} size="h4" id={id}>
          {t(`enums.DeviationSeverity.${severity}`)}
        </Title>
        {pages.nodes && (
          <Text size="xs" c="dimmed">
            {t('deviations.columnCount', { count: pages.totalCount })}
          </Text>
        )}
      </header>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows count={5} />)}
      {pages.nodes?.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('deviations.none')}
        </Text>
      )}
      {pages.nodes && pages.nodes.length > 0 && (
        <ul className={styles.list} aria-labelledby={id}>
          {pages.nodes.map((deviation) => (
            <DeviationCard key={deviation.id} deviation={deviation} withObjective onOpen={() => onOpen(deviation.id)} />
          ))}
        </ul>
      )}
      {pages.nodes && pages.error && <FailureState error={pages.error} onRetry={pages.more} />}
      <MoreButton pages={pages} />
    </section>
  );
}
