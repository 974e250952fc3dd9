import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { placesOf, stretchesOf, type Band, type MonthValues } from './chart';
import { writeTarget } from './progress';
import styles from './Progress.module.css';

export interface ChartMonth extends MonthValues {
  period: string;
}

interface ProgressChartProps {
  title: string;
  /** What it shows, in a sentence. */
  label: string;
  months: readonly ChartMonth[];
  /** As bars from zero; else as a line. */
  bars: boolean;
  forecast: Band | null;
  decimals: number;
  chosen: string | null;
  onChoose: (period: string) => void;
}

const width = 1200;
const height = 100;

/** Target and actual by months; what it shows stands in the table too, where months are chosen by keyboard. */
export function ProgressChart({ title, label, months, bars, forecast, decimals, chosen, onChoose }: ProgressChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { most, least, zero, targets, lowerBounds, actuals, forecast: band } = placesOf(months, bars, forecast);
  const monthName = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: Math.abs(most) < 1000 ? Math.min(1, decimals) : 1 });
  const column = width / months.length;
  const at = ({ x, y }: { x: number; y: number }) => `${x * width},${y * height}`;
  const write = (value: string | null) => (value === null ? t('progress.nothing') : groupDecimal(value, decimals));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>{title}</figcaption>
      <div className={styles.scale} aria-hidden>
        <span>{compact.format(most)}</span>
        <span>{compact.format(least)}</span>
      </div>
      <div className={styles.box}>
        <svg role="img" aria-label={`${title}. ${label}`} className={styles.plot} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
          {zero !== null && <line className={styles.ground} x1={0} x2={width} y1={zero * height} y2={zero * height} />}
          {band && (
            <>
              <polygon className={styles.band} points={[band.from, band.high, band.low].map(at).join(' ')} />
              <line className={styles.expected} x1={band.from.x * width} y1={band.from.y * height} x2={band.expected.x * width} y2={band.expected.y * height} />
            </>
          )}
          {bars
            ? actuals.map((place, i) => place && zero !== null && (
                <rect key={months[i]?.period} className={styles.bar} x={place.x * width - column * 0.29} width={column * 0.58} y={Math.min(place.y, zero) * height} height={Math.abs(place.y - zero) * height} />
              ))
            : stretchesOf(actuals).map((stretch) => <polyline key={stretch[0]?.x} className={styles.actual} points={stretch.map(at).join(' ')} />)}
          {Object.entries({ targets, lowerBounds }).map(([name, places]) =>
            bars
              ? places.map((place, i) => place && (
                  <line key={`${name} ${months[i]?.period}`} className={styles.target} x1={place.x * width - column * 0.42} x2={place.x * width + column * 0.42} y1={place.y * height} y2={place.y * height} />
                ))
              : stretchesOf(places).map((stretch) => <polyline key={`${name} ${stretch[0]?.x}`} className={styles.target} points={stretch.map(at).join(' ')} />),
          )}
        </svg>
        {!bars && actuals.map((place, i) => place && <span key={months[i]?.period} className={styles.dot} style={{ left: `${place.x * 100}%`, top: `${place.y * 100}%` }} aria-hidden />)}
        <div className={styles.columns} aria-hidden>
          {months.map((month) => (
            <button
              key={month.period}
              type="button"
              tabIndex={-1}
              data-chosen={month.period === chosen || undefined}
              title={`${formatMonth(month.period, language)} · ${t('progress.actual')} ${write(month.actual)} · ${t('progress.target')} ${writeTarget(month.target, month.lowerBound, write)}`}
              onClick={() => onChoose(month.period)}
            />
          ))}
        </div>
      </div>
      <div className={styles.months} aria-hidden>
        {months.map((month, i) => (
          <span key={month.period}>{i > 0 && month.period.endsWith('-01') ? month.period.slice(0, 4) : monthName.format(new Date(`${month.period}-15T12:00:00Z`))}</span>
        ))}
      </div>
    </figure>
  );
}
