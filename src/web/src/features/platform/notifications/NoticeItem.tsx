import { ActionIcon, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../../components/Icon';
import { useInstant } from '../../organization/workspace/workspace';
import { placeOf } from '../agenda/places';
import { deviationOf, objectiveOf, planOf, scorecardOf, type NoticeData } from './notices';

interface NoticeItemProps {
  notice: NoticeData;
  onRead: () => void;
  /** Its link was followed. */
  onFollowed: () => void;
}

export function NoticeItem({ notice, onRead, onFollowed }: NoticeItemProps) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { title, body, at, readAt, subject } = notice;
  const place = subject && placeOf({ __typename: subject.__typename, id: subject.id, objective: objectiveOf(subject), deviation: deviationOf(subject), plan: planOf(subject), scorecard: scorecardOf(subject) });
  return (
    <li style={{ padding: '8px 0', borderBottom: '1px solid #eef1f4' }}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Text component="div" size="sm" fw={readAt === null ? 600 : undefined} style={{ overflowWrap: 'anywhere' }}>
          {place ? (
            <Link className="plain-link" to={place} onClick={onFollowed}>
              {title}
            </Link>
          ) : (
            title
          )}
        </Text>
        {readAt === null && (
          <ActionIcon variant="subtle" color="gray.8" aria-label={t('notices.markOne', { title })} onClick={onRead}>
            <Icon name="check" />
          </ActionIcon>
        )}
      </Group>
      {body && (
        <Text size="sm" lineClamp={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {body}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {instant(at)}
      </Text>
    </li>
  );
}
