import { useTranslation } from 'react-i18next';
import { Bar } from '../../../components/Bar';
import { reach } from '../../../format/sums';
import { TargetText } from '../../planning/objectives/TargetText';
import styles from './GapBars.module.css';

interface GapBarsProps {
  before: string;
  /** Null where no month could be looked at. */
  after: string | null;
  measure: { unitOfMeasure: string; decimals: number };
}

/** The gap before and after, drawn beside each other. Whatever is better than its target has none. */
export function GapBars({ before, after, measure }: GapBarsProps) {
  const { t } = useTranslation();
  const all = after === null ? [before] : [before, after];
  return (
    <ul className={styles.bars} aria-label={t('improvement.gaps')}>
      {all.map((gap, index) => (
        <li key={index}>
          <span>{t(index === 0 ? 'improvement.before' : 'improvement.after')}</span>
          <Bar length={gap.startsWith('-') ? 0 : reach(gap, all)} muted={index === 0} />
          <TargetText target={gap} measure={measure} />
        </li>
      ))}
    </ul>
  );
}
