import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { FindingItem } from './FindingItem';
import { ObjectiveFindingsQuery } from './findings';

interface FindingSectionProps {
  objectiveId: string;
  /** Rises when the objective has changed. */
  news: number;
  onDone: () => void;
}

/** What does not fit in what an objective says, given all around it. */
export function FindingSection({ objectiveId, news, onDone }: FindingSectionProps) {
  const { t } = useTranslation();
  const [{ data, error, fetching }, read] = useQuery({ query: ObjectiveFindingsQuery, variables: { id: objectiveId } });
  const seen = useRef(news);
  useEffect(() => {
    if (seen.current === news) return;
    seen.current = news;
    read({ requestPolicy: 'network-only' });
  }, [news, read]);
  const findings = data?.objective?.findings;
  return (
    <Section title={findings ? t('findings.count', { count: findings.filter((one) => !one.waiver).length }) : t('findings.title')}>
      {!findings && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : fetching && <LoadingRows />)}
      {findings?.length === 0 && (
        <Text size="sm" c="dimmed" px="md" py="sm">
          {t('findings.noneHere')}
        </Text>
      )}
      {findings && findings.length > 0 && (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t('findings.title')}>
          {findings.map((finding) => (
            <FindingItem key={finding.id} finding={finding} onDone={onDone} />
          ))}
        </ul>
      )}
    </Section>
  );
}
