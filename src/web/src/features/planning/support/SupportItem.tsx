import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import type { SupportData, SupportStatus } from './support';

interface SupportItemProps {
  request: SupportData;
  /** Names the objective, where that is not clear from the place. */
  withObjective?: boolean;
  onAnswer: (status: SupportStatus) => void;
}

export function SupportItem({ request, withObjective = false, onAnswer }: SupportItemProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li style={{ padding: '8px 16px', borderBottom: '1px solid #eef1f4' }}>
      {withObjective && (
        <Text size="xs" c="dimmed">
          <Link className="text-link" to={`/objectives/${request.objective.id}`}>
            {request.objective.title}
          </Link>
        </Text>
      )}
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {request.what}
      </Text>
      <Text size="xs" c="dimmed">
        {t('support.line', {
          by: request.requestedBy.name,
          from: request.fromUnit?.name ?? request.fromPerson?.name ?? '',
          day: formatDay(request.neededBy, language),
        })}
      </Text>
      <Text size="sm">
        <strong>{t(`enums.SupportStatus.${request.status}`)}</strong>
        {request.answer && ` · ${t('support.told', { by: request.answeredBy?.name ?? '', answer: request.answer })}`}
        {request.status === 'REQUESTED' && ` · ${t('support.waitsFor', { name: request.receiver?.name ?? t('negotiation.anyExecutive') })}`}
      </Text>
      {request.viewerMay.length > 0 && (
        <Group gap="xs" mt={6}>
          {request.viewerMay.map((status) => (
            <Button key={status} variant="default" onClick={() => onAnswer(status)}>
              {t(`support.do.${status}`)}
            </Button>
          ))}
        </Group>
      )}
    </li>
  );
}
