import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import type { ReadinessState } from './readiness';

const colors: Record<ReadinessState, string> = { NOT_ASSESSED: 'gray', NOT_READY: 'red', READY: 'green' };

const inks: Record<ReadinessState, string> = { NOT_ASSESSED: '#41505f', NOT_READY: '#a3161a', READY: '#1e6b30' };

export function ReadinessBadge({ state }: { state: ReadinessState }) {
  const { t } = useTranslation();
  const icon = state === 'READY' ? 'check' : state === 'NOT_READY' ? 'warning' : 'clock';
  return (
    <Badge variant="outline" radius="sm" color={colors[state]} c={inks[state]} leftSection={<Icon name={icon} size={12} />} tt="none">
      {t(`readiness.states.${state}`)}
    </Badge>
  );
}
