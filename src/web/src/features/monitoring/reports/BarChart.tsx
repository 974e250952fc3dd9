import { useTranslation } from 'react-i18next';
import styles from './Reports.module.css';

export interface ChartBar {
  key: string;
  label: string;
  value: number;
  /** The value as it is read. */
  text: string;
  isWeak?: boolean;
}

interface BarChartProps {
  title: string;
  bars: readonly ChartBar[];
  /** A line to compare with. */
  mark?: { value: number; label: string };
}

/** Rows drawn as bars. Read aloud it is one sentence; the figures stand in the table below. */
export function BarChart({ title, bars, mark }: BarChartProps) {
  const { t } = useTranslation();
  if (bars.length === 0) return null;
  const most = Math.max(...bars.map((bar) => bar.value), mark?.value ?? 0) || 1;
  const [high, low] = [bars.reduce((a, b) => (b.value > a.value ? b : a)), bars.reduce((a, b) => (b.value < a.value ? b : a))];
  const words = bars.length === 1 ? t('reports.chartOne', { title, name: high.label, value: high.text }) : t('reports.chart', { title, count: bars.length, high: high.label, highValue: high.text, low: low.label, lowValue: low.text });
  return (
    <div className={`surface ${styles.chart}`} role="img" aria-label={words}>
      <div className={styles.caption} aria-hidden>
        {title}
        {mark && <span className={styles.legend}>{mark.label}</span>}
      </div>
      {bars.map((bar) => (
        <div key={bar.key} className={styles.bar} aria-hidden>
          <span className={styles.barLabel}>{bar.label}</span>
          <span className={styles.track}>
            <span className={styles.length} data-weak={bar.isWeak || undefined} style={{ width: `${(bar.value / most) * 100}%` }} />
            {mark && <span className={styles.mark} style={{ insetInlineStart: `${(mark.value / most) * 100}%` }} />}
          </span>
          <span className={`number ${styles.barText}`}>{bar.text}</span>
        </div>
      ))}
    </div>
  );
}
