import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { AnswerDrawer } from './AnswerDrawer';
import { RequestDrawer } from './RequestDrawer';
import { SupportQuery, type SupportData, type SupportStatus } from './support';
import { SupportItem } from './SupportItem';

interface SupportSectionProps {
  objectiveId: string;
  mayAsk: boolean;
  news: number;
  onDone: () => void;
}

/** The help that an objective needs from others. */
export function SupportSection({ objectiveId, mayAsk, news, onDone }: SupportSectionProps) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: SupportQuery, variables: { id: objectiveId } });
  const [task, setTask] = useState<'ask' | { request: SupportData; status: SupportStatus } | null>(null);
  const reload = () => read({ requestPolicy: 'network-only' });
  useNews(news, reload);
  const done = () => {
    reload();
    onDone();
  };
  const requests = data?.objective?.supportRequests;
  return (
    <Section
      title={t('support.title')}
      actions={
        mayAsk && (
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setTask('ask')}>
            {t('support.ask')}
          </Button>
        )
      }
    >
      {!data && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows count={2} />)}
      {requests?.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('support.none')}
        </Text>
      )}
      {requests && requests.length > 0 && (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {requests.map((request) => (
            <SupportItem key={request.id} request={request} onAnswer={(status) => setTask({ request, status })} />
          ))}
        </ul>
      )}
      {task === 'ask' && <RequestDrawer objectiveId={objectiveId} onDone={done} onClose={() => setTask(null)} />}
      {task && task !== 'ask' && <AnswerDrawer request={task.request} status={task.status} onDone={done} onClose={() => setTask(null)} />}
    </Section>
  );
}
