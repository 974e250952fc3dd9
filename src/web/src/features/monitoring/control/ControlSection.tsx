import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { formatDay } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import styles from './Control.module.css';
import { PointDrawer } from './PointDrawer';
import { ControlOfObjective } from './points';
import { PointStatus } from './PointStatus';
import { ScheduleDrawer } from './ScheduleDrawer';

interface ControlSectionProps {
  objectiveId: string;
  news: number;
  onDone: () => void;
}

/** The days at which an objective is controlled, and what was said at them. */
export function ControlSection({ objectiveId, news, onDone }: ControlSectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [{ data, error }, read] = useQuery({ query: ControlOfObjective, variables: { id: objectiveId } });
  const [opened, setOpened] = useState<string | null>(null);
  const [scheduling, setScheduling] = useState(false);
  const again = () => read({ requestPolicy: 'network-only' });
  useNews(news, again);
  const done = () => {
    again();
    onDone();
  };
  const objective = data?.objective?.id === objectiveId ? data.objective : null;
  return (
    <Section
      title={t('control.title')}
      actions={
        objective?.viewerMaySchedule && (
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setScheduling(true)}>
            {t('control.schedule')}
          </Button>
        )
      }
    >
      {!objective && (error ? <FailureState error={error} onRetry={again} /> : <LoadingRows count={3} />)}
      {objective?.controlPoints.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('control.noPoints')}
        </Text>
      )}
      {objective && objective.controlPoints.length > 0 && (
        <ul className={styles.list} style={{ maxHeight: 380, overflowY: 'auto' }} tabIndex={0} aria-label={t('control.title')}>
          {objective.controlPoints.map((point) => (
            <li key={point.id} className={styles.card}>
              <div className={styles.when}>
                <button type="button" className={styles.open} onClick={() => setOpened(point.id)}>
                  <time dateTime={point.date}>{formatDay(point.date, language)}</time>
                </button>
              </div>
              <div className={styles.what}>
                {point.expected !== null && (
                  <span className={styles.line}>
                    {t('control.expected')} {groupDecimal(point.expected, objective.measure.decimals)} {objective.measure.unitOfMeasure}
                  </span>
                )}
                {point.report && (
                  <p className={styles.said}>
                    {t('control.confidence')} {t('control.confidenceOf', { level: point.report.confidence })} · {point.report.selfReview}
                  </p>
                )}
              </div>
              <PointStatus status={point.status} />
            </li>
          ))}
        </ul>
      )}
      {opened && <PointDrawer key={opened} pointId={opened} onDone={done} onClose={() => setOpened(null)} />}
      {scheduling && <ScheduleDrawer objectiveId={objectiveId} onDone={done} onClose={() => setScheduling(false)} />}
    </Section>
  );
}
