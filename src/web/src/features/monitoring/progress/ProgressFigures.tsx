import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FactList } from '../../../components/FactList';
import { groupDecimal, roundDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import { useInstant } from '../../organization/workspace/workspace';
import { TargetText } from '../../planning/objectives/TargetText';
import { HealthBadge } from '../health/HealthBadge';
import styles from './Progress.module.css';
import type { ProgressData } from './progress';

interface ProgressFiguresProps {
  progress: ProgressData;
  measure: { unitOfMeasure: string; decimals: number };
}

/** A forecast is never certain. */
function chanceOf(probability: number, t: TFunction): string {
  const percent = Math.round(probability * 100);
  if (percent < 1) return t('calibration.hardly');
  return percent > 99 ? t('calibration.surely') : t('common.percent', { percent });
}

/** An objective's figures to date and what is expected of its cycle, with what they mean. */
export function ProgressFigures({ progress, measure }: ProgressFiguresProps) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { health, rolledUp, actualToDate, targetToDate, lowerBoundToDate, attainment, attainmentOfCycle, gap, reportedShare, lastReportedAt, forecast } = progress;
  const rounded = (value: string) => roundDecimal(value, Math.max(2, measure.decimals));
  const amount = (value: string | null, lower: string | null = null): ReactNode => value !== null && <TargetText target={rounded(value)} lowerBound={lower && rounded(lower)} measure={measure} />;
  const percent = (share: string) => t('common.percent', { percent: groupDecimal(percentOfOne(share), 1) });
  const figures: [string, ReactNode][] = [
    [t('progress.attainment'), attainment === null ? t('progress.noRatio') : percent(attainment)],
    [t('progress.attainmentOfCycle'), attainmentOfCycle !== null && percent(attainmentOfCycle)],
    [t('progress.actualToDate'), amount(actualToDate)],
    [t('progress.targetToDate'), amount(targetToDate, lowerBoundToDate)],
    [t('progress.gap'), amount(gap)],
  ];
  return (
    <>
      <div className={styles.standing}>
        <HealthBadge health={health} />
        <dl className={styles.standing} style={{ padding: 0, margin: 0 }}>
          {figures.map(([name, value]) => value && (
            <div key={name} className={styles.figure}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <FactList
        facts={[
          [t('progress.source'), rolledUp ? t('progress.rolledUp') : t('progress.own')],
          [t('progress.reportedShare'), reportedShare !== null && reportedShare !== '1' && `${percent(reportedShare)}${t('progress.shareHint')}`],
          [t('progress.lastReported'), lastReportedAt && instant(lastReportedAt)],
          [
            t('progress.forecast'),
            forecast ? (
              <>
                <strong>
                  <TargetText target={forecast.expected} measure={measure} />
                </strong>{' '}
                {t('progress.interval', { low: groupDecimal(forecast.low, measure.decimals), high: groupDecimal(forecast.high, measure.decimals), chance: chanceOf(forecast.probability, t) })}
                <Text size="xs" c="dimmed">
                  {forecast.method}
                </Text>
              </>
            ) : (
              t('progress.noForecast')
            ),
          ],
        ]}
      />
    </>
  );
}
