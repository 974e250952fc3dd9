import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { stageOf, type SchemeData } from './schemes';

export function SchemeBadge({ scheme }: { scheme: Pick<SchemeData, 'approvedBy' | 'finalisedAt'> }) {
  const { t } = useTranslation();
  const stage = stageOf(scheme);
  return (
    <Badge variant={stage === 'waiting' ? 'default' : 'outline'} color="ink" radius="sm">
      {t(`incentives.stages.${stage}`)}
    </Badge>
  );
}
