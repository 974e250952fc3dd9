import { Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { TargetText } from '../objectives/TargetText';
import styles from './Calibration.module.css';
import type { CalibrationData } from './calibration';
import { HistoryChart } from './HistoryChart';
import { RangeBar } from './RangeBar';

interface CalibrationViewProps {
  calibration: CalibrationData;
  target: string;
  lowerBound: string | null;
  measure: { unitOfMeasure: string; decimals: number };
  /** Newer figures are on their way. */
  isWaiting?: boolean;
}

/** A forecast is never certain. */
function chanceOf(percentile: number, t: TFunction): string {
  if (percentile < 1) return t('calibration.hardly');
  return percentile > 99 ? t('calibration.surely') : t('common.percent', { percent: percentile });
}

/** Whether a target asks too little or too much, with the numbers that say so. */
export function CalibrationView({ calibration, target, lowerBound, measure, isWaiting = false }: CalibrationViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { verdict, expected, low, high, percentile, history, method } = calibration;
  const write = (value: string) => groupDecimal(value, measure.decimals);
  return (
    <div className={`${styles.view} ${isWaiting ? styles.waiting : ''}`} data-waiting={isWaiting || undefined}>
      <Group gap={8} wrap="nowrap" align="flex-start" aria-live="polite">
        <span className={styles.verdict} data-verdict={verdict}>
          {t(`calibration.verdicts.${verdict}`)}
        </span>
        <span>{percentile === null ? t('calibration.noHistory') : t('calibration.chance', { chance: chanceOf(percentile, t) })}</span>
      </Group>
      {history.length > 0 && <HistoryChart history={history} measure={measure} />}
      {expected !== null && low !== null && high !== null && (
        <>
          <RangeBar low={low} expected={expected} high={high} target={target} lowerBound={lowerBound} />
          <dl className={styles.facts}>
            <div>
              <dt>{t('calibration.expected')}</dt>
              <dd>
                <TargetText target={expected} measure={measure} />
              </dd>
            </div>
            <div>
              <dt>{t('calibration.interval')}</dt>
              <dd className="number">
                {write(low)} – {write(high)}
              </dd>
            </div>
            <div>
              <dt>{t('calibration.percentile')}</dt>
              <dd className="number">{percentile}</dd>
            </div>
          </dl>
        </>
      )}
      {history.length > 0 && (
        <details className={styles.values}>
          <summary>{t('calibration.values', { count: history.length })}</summary>
          {/* A scrolled part that holds nothing else to go to must be reached by keyboard itself. */}
          <div tabIndex={0} role="group" aria-label={t('calibration.values', { count: history.length })}>
            <table>
              <tbody>
                {history.map(({ period, value }) => (
                  <tr key={period}>
                    <th scope="row" className="number">
                      {formatPeriod(period, language)}
                    </th>
                    <td className="number">{write(value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      <Text size="xs" c="var(--quiet)" mt={4}>
        {method}
      </Text>
    </div>
  );
}
