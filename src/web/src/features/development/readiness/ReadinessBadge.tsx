import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import type { ReadinessState } from './readiness';

const colors: Record<ReadinessState, string> = { NOT_ASSESSED: 'gray', NOT_READY: 'red', READY: 'green' };

export function ReadinessBadge({ state }: { state: ReadinessState }) {
  const { t } = useTranslation();
  const icon = state === 'READY' ? 'check' : state === 'NOT_READY' ? 'warning' : 'clock';
  return (
    <Badge variant="outline" radius="sm" color={colors[state]} c={state === 'READY' ? 'green.9' : state === 'NOT_READY' ? 'red.9' : 'gray.8'} leftSection={<Icon name={icon} size={12} />} tt="none">
      {t(`readiness.states.${state}`)}
    </Badge>
  );
}
