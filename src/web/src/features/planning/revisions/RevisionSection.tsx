import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { ReasonDrawer } from './ReasonDrawer';
import { RevisionItem } from './RevisionItem';
import { RevisionsQuery, type RevisionTask } from './revisions';

interface RevisionSectionProps {
  objectiveId: string;
  news: number;
  onDone: () => void;
}

/** How an objective's target was revised, the newest first. */
export function RevisionSection({ objectiveId, news, onDone }: RevisionSectionProps) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: RevisionsQuery, variables: { id: objectiveId } });
  const [doing, setDoing] = useState<{ task: RevisionTask; id: string } | null>(null);
  const again = () => read({ requestPolicy: 'network-only' });
  useNews(news, again);
  const objective = data?.objective?.id === objectiveId ? data.objective : null;
  return (
    <Section title={t('revisions.title')}>
      {!objective && (error ? <FailureState error={error} onRetry={again} /> : <LoadingRows count={2} />)}
      {objective?.revisions.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('revisions.none')}
        </Text>
      )}
      {objective && objective.revisions.length > 0 && (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t('revisions.title')}>
          {objective.revisions.map((revision) => (
            <RevisionItem key={revision.id} revision={revision} objective={objective} onDo={(task) => setDoing({ task, id: revision.id })} />
          ))}
        </ul>
      )}
      {doing && (
        <ReasonDrawer
          revisionId={doing.id}
          task={doing.task}
          onDone={() => {
            again();
            onDone();
          }}
          onClose={() => setDoing(null)}
        />
      )}
    </Section>
  );
}
