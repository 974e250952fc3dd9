import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInstant } from '../../organization/workspace/workspace';
import styles from './Control.module.css';
import type { ReportTextData } from './points';
import { Said } from './Said';

/** What the owner wrote of himself, and what he was answered. */
export function WrittenReport({ report }: { report: ReportTextData }) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { by, at, selfReview, confidence, difficulties, supportNeeded, minutesSpent, followUp } = report;
  return (
    <div className={styles.report}>
      <Stack component="dl" gap={6} m={0}>
        <Said label={t('control.selfReview')} text={selfReview} />
        <Said label={t('control.confidence')} text={t('control.confidenceOf', { level: confidence })} />
        {difficulties && <Said label={t('control.difficulties')} text={difficulties} />}
        {supportNeeded && <Said label={t('control.supportNeeded')} text={supportNeeded} />}
      </Stack>
      <Text size="xs" c="dimmed" mt={6}>
        {t('control.reportedBy', { name: by.name, at: instant(at) })}
        {minutesSpent !== null && ` · ${t('control.took', { count: minutesSpent })}`}
      </Text>
      {followUp && (
        <div className={styles.answer}>
          <Stack component="dl" gap={6} m={0}>
            <Said label={t('control.guidance')} text={followUp.guidance} />
          </Stack>
          <Text size="xs" c="dimmed" mt={4}>
            {t(followUp.withinPolicy ? 'control.answeredBy' : 'control.answeredLateBy', { name: followUp.by.name, at: instant(followUp.at) })}
          </Text>
        </div>
      )}
    </div>
  );
}
