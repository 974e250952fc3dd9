import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import type { MeetingLineData } from './meetings';
import styles from './Meetings.module.css';

/** Office meetings by their days, each with how much is on its agenda or how much of what it resolved is done. */
export function MeetingLines({ label, meetings }: { label: string; meetings: readonly MeetingLineData[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useWorkspace();
  return (
    <ul className={styles.list} aria-label={label}>
      {meetings.map(({ id, date, level, unit, held, agenda, resolutions }) => (
        <li key={id} className={styles.line} data-meeting={id}>
          <time dateTime={date} className="number">
            {formatDay(date, language)}
          </time>
          <Link className="plain-link" to={`/meetings/${id}`}>
            {t(`enums.OfficeLevel.${level}`)} · {unit.name}
          </Link>
          <Text span size="sm" c={!held && date < today ? 'red.9' : 'dimmed'}>
            {!held && date < today && `${t('meetings.notRecorded')} · `}
            {held ? t('meetings.doneCount', { done: resolutions.filter((one) => one.done).length, all: resolutions.length }) : t('meetings.agendaCount', { count: agenda.length })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
