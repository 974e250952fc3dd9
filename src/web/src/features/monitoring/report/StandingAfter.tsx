import { useTranslation } from 'react-i18next';
import { groupDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import { HealthBadge } from '../health/HealthBadge';
import styles from './Report.module.css';
import type { ReportedObjective } from './reporting';

interface StandingAfterProps {
  progress: ReportedObjective['progress'];
  /** Undefined where nothing of it was saved lately. */
  before: string | null | undefined;
}

/** Where an objective stands, and after saving, where it stood before: two cells of its row. */
export function StandingAfter({ progress, before }: StandingAfterProps) {
  const { t } = useTranslation();
  const percent = useAttainment();
  return (
    <>
      <td className="number">
        {percent(progress.attainment)}
        {before !== undefined && before !== progress.attainment && <span className={styles.meta}>{t('report.before', { value: percent(before) })}</span>}
      </td>
      <td className={styles.start}>
        <HealthBadge health={progress.health} />
      </td>
    </>
  );
}

export function useAttainment(): (share: string | null) => string {
  const { t } = useTranslation();
  return (share) => (share === null ? '—' : t('common.percent', { percent: groupDecimal(percentOfOne(share), 1) }));
}
