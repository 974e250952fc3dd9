import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Section } from '../../../components/Section';
import { AnswerDrawer } from './AnswerDrawer';
import { SupportAwaitedQuery, type SupportData, type SupportStatus } from './support';
import { SupportItem } from './SupportItem';

/** The requests for help that wait for one's answer; nothing where none does. */
export function AwaitedSupport({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation();
  const [{ data }, read] = useQuery({ query: SupportAwaitedQuery, variables: { cycleId } });
  const [task, setTask] = useState<{ request: SupportData; status: SupportStatus } | null>(null);
  const requests = data?.supportAwaited ?? [];
  if (requests.length === 0) return null;
  return (
    <Section title={t('support.awaited')}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {requests.map((request) => (
          <SupportItem key={request.id} request={request} withObjective onAnswer={(status) => setTask({ request, status })} />
        ))}
      </ul>
      {task && <AnswerDrawer request={task.request} status={task.status} onDone={() => read({ requestPolicy: 'network-only' })} onClose={() => setTask(null)} />}
    </Section>
  );
}
