import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CardStatus } from './scorecards';

export function ScorecardBadge({ status }: { status: CardStatus }) {
  const { t } = useTranslation();
  return (
    <Badge variant={status === 'SIGNED' ? 'filled' : status === 'DRAFT' ? 'default' : 'outline'} color={status === 'DISPUTED' ? 'red.9' : 'ink'} radius="sm" tt="none" style={{ flex: 'none' }}>
      {t(`enums.ScorecardStatus.${status}`)}
    </Badge>
  );
}
