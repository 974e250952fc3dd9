import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import type { CalibrationData } from './calibration';
import styles from './Calibration.module.css';
import { placeValues } from './chart';

interface HistoryChartProps {
  history: CalibrationData['history'];
  measure: { unitOfMeasure: string; decimals: number };
}

const height = 100;
const width = 400;

/** Past periods as a line; their values stand in the table beneath. */
export function HistoryChart({ history, measure }: HistoryChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  // Floating point will do for drawing; what is read stays exact.
  const values = history.map(({ value }) => Number(value));
  const places = placeValues(values);
  const most = history[values.indexOf(Math.max(...values))];
  const least = history[values.indexOf(Math.min(...values))];
  const [first, last] = [history[0], history.at(-1)];
  if (!most || !least || !first || !last) return null;
  const [from, until] = [formatPeriod(first.period, language), formatPeriod(last.period, language)];
  const write = (value: string) => groupDecimal(value, measure.decimals);
  return (
    <div
      className={styles.chart}
      role="img"
      aria-label={t('calibration.chart', { count: history.length, first: from, last: until, least: write(least.value), most: write(most.value), unit: measure.unitOfMeasure })}
    >
      <div className={styles.scale} aria-hidden>
        <span>{write(most.value)}</span>
        <span>{write(least.value)}</span>
      </div>
      <svg className={styles.plot} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
        <line className={styles.ground} x1={0} x2={width} y1={height} y2={height} />
        <line className={styles.ground} x1={0} x2={width} y1={0} y2={0} />
        {places.length > 1 ? (
          <polyline className={styles.line} points={places.map(({ x, y }) => `${x * width},${y * height}`).join(' ')} />
        ) : (
          <line className={styles.line} x1={width / 2 - 6} x2={width / 2 + 6} y1={height / 2} y2={height / 2} />
        )}
      </svg>
      <div className={styles.periods} aria-hidden>
        <span>{from}</span>
        {last !== first && <span>{until}</span>}
      </div>
    </div>
  );
}
