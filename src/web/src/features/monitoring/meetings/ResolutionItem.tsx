import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import type { ResolutionData } from './meetings';
import styles from './Meetings.module.css';

interface ResolutionItemProps {
  resolution: ResolutionData;
  /** Where it comes from, or what it is about. */
  origin: ReactNode;
  onFinish: () => void;
}

/** What a meeting resolved, who does it until when, and whether it is done. */
export function ResolutionItem({ resolution, origin, onFinish }: ResolutionItemProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const instant = useInstant();
  const { today } = useWorkspace();
  const { text, correction, responsible, due, done, doneAt, doneNote, viewerMayComplete } = resolution;
  const isOverdue = !done && due < today;
  return (
    <li className={styles.item} data-resolution={resolution.id}>
      <Text size="sm" fw={500} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Text>
      <Group gap="xs">
        <span className={styles.badge} data-done={done}>
          <Icon name={done ? 'check' : 'clock'} size={12} />
          {t(done ? 'meetings.done' : 'meetings.notDone')}
        </span>
        <Text size="xs" c="dimmed">
          {correction && `${t(`enums.CorrectionKind.${correction}`)} · `}
          {responsible.name}
        </Text>
        <Text size="xs" c={isOverdue ? '#a3161a' : 'dimmed'} fw={isOverdue ? 600 : undefined}>
          {t(isOverdue ? 'meetings.overdue' : 'meetings.dueOn', { day: formatDay(due, language) })}
          {doneAt && ` · ${t('meetings.doneOn', { at: instant(doneAt) })}`}
        </Text>
      </Group>
      {origin}
      {doneNote && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {doneNote}
        </Text>
      )}
      {viewerMayComplete && (
        <div>
          <Button variant="default" size="compact-sm" leftSection={<Icon name="check" size={14} />} aria-label={t('meetings.reportDoneNamed', { text })} onClick={onFinish}>
            {t('meetings.reportDone')}
          </Button>
        </div>
      )}
    </li>
  );
}
