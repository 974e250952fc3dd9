import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { DoneDrawer } from './DoneDrawer';
import type { OfficeLevel, ResolutionData } from './meetings';
import styles from './Meetings.module.css';
import { ResolutionItem } from './ResolutionItem';

type ResolvedWorkData = ResolutionData & { meeting: { id: string; level: OfficeLevel; date: string } | null };

interface ResolvedWorkProps {
  resolutions: readonly ResolvedWorkData[];
  onDone: () => void;
}

/** What office meetings resolved about an objective: work for it that is kept with the meeting, and done here or there alike. */
export function ResolvedWork({ resolutions, onDone }: ResolvedWorkProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [finishing, setFinishing] = useState<ResolvedWorkData | null>(null);
  return (
    <>
      <Text component="h3" size="sm" fw={600} px="md" pt="sm">
        {t('meetings.resolved')}
      </Text>
      <ul className={styles.list} aria-label={t('meetings.resolved')}>
        {resolutions.map((resolution) => {
          const { meeting } = resolution;
          return (
            <ResolutionItem
              key={resolution.id}
              resolution={resolution}
              origin={
                meeting && (
                  <Link className="plain-link" style={{ fontSize: 12.5, overflowWrap: 'anywhere' }} to={`/meetings/${meeting.id}`}>
                    {t('meetings.of', { level: t(`enums.OfficeLevel.${meeting.level}`), day: formatDay(meeting.date, language) })}
                  </Link>
                )
              }
              onFinish={() => setFinishing(resolution)}
            />
          );
        })}
      </ul>
      {finishing && <DoneDrawer resolution={finishing} onDone={onDone} onClose={() => setFinishing(null)} />}
    </>
  );
}
