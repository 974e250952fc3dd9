import { Badge } from '@mantine/core';
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useWorkspace } from '../../organization/workspace/workspace';
import { AgendaCountQuery, agendaChanged } from './agenda';

/** How much waits for the viewer until today. */
export function AgendaCount() {
  const { t } = useTranslation();
  const { today } = useWorkspace();
  const [{ data }, read] = useQuery({ query: AgendaCountQuery, variables: { until: today }, requestPolicy: 'network-only' });
  const isVisible = useDocumentVisibility() === 'visible';
  useEffect(() => {
    const again = () => read({ requestPolicy: 'network-only' });
    agendaChanged.addEventListener('changed', again);
    return () => agendaChanged.removeEventListener('changed', again);
  }, [read]);
  useEffect(() => {
    if (isVisible) read({ requestPolicy: 'network-only' });
  }, [isVisible, read]);
  const count = data?.viewer.agenda.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <Badge size="sm" variant="filled" color="ink" ml="auto" aria-label={t('agenda.count', { count })}>
      {count > 99 ? '99+' : count}
    </Badge>
  );
}
