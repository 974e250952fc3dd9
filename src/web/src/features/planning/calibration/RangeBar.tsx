import { useTranslation } from 'react-i18next';
import styles from './Calibration.module.css';
import { placeMarks } from './chart';

interface RangeBarProps {
  low: string;
  expected: string;
  high: string;
  target: string;
  lowerBound: string | null;
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** The cycle's value as history lets one expect it, and the target in it. The same is said in words beside it. */
export function RangeBar({ low, expected, high, target, lowerBound }: RangeBarProps) {
  const { t } = useTranslation();
  const at = placeMarks({ low: Number(low), expected: Number(expected), high: Number(high), target: Number(target), bound: Number(lowerBound ?? target) });
  return (
    <div className={styles.range} aria-hidden>
      <div className={styles.track} />
      <div className={styles.band} style={{ left: percent(at.low), width: percent(at.high - at.low) }} />
      <div className={styles.expected} style={{ left: percent(at.expected) }} />
      {lowerBound !== null && <div className={styles.target} data-bound style={{ left: percent(at.bound) }} />}
      <div className={styles.target} style={{ left: percent(at.target) }} />
      <div className={styles.key}>
        <span data-of="band">{t('calibration.interval')}</span>
        <span data-of="expected">{t('calibration.expected')}</span>
        <span data-of="target">{t('objective.target')}</span>
      </div>
    </div>
  );
}
