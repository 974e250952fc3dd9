import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { useList } from '../../../i18n/useList';
import styles from './Dashboard.module.css';
import { partsOf, percentOf, sparkline, type DashboardCountsData } from './dashboard';

/** How many of a row's objectives are in which health, as lengths; the same in words for those who do not see it. */
export function HealthMix({ row, legend = false }: { row: DashboardCountsData; legend?: boolean }) {
  const { t } = useTranslation();
  const list = useList();
  const parts = partsOf(row).filter(({ count }) => count > 0);
  const words = list.format(parts.map(({ health, count }) => `${t(`enums.Health.${health}`)} ${groupDecimal(String(count))}`));
  return (
    <>
      <div className={styles.stack} role="img" aria-label={words} title={words}>
        {parts.map(({ health, count }) => (
          <span key={health} data-health={health} style={{ flex: count }} />
        ))}
      </div>
      {legend && (
        <ul className={styles.legend}>
          {parts.map(({ health, count }) => (
            <li key={health}>
              <i data-health={health} aria-hidden />
              {t(`enums.Health.${health}`)} <strong className="number">{groupDecimal(String(count))}</strong>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const [width, height] = [72, 20];

/** Mean attainment month by month. */
export function Trend({ trend }: { trend: DashboardCountsData['trend'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useList();
  const points = sparkline(trend, width, height);
  if (points === '') return <span aria-hidden />;
  const known = trend.filter(({ attainment }) => attainment !== null);
  const words = list.format(known.map(({ month, attainment }) => `${formatMonth(month, language)} ${t('common.percent', { percent: percentOf(attainment) })}`));
  return (
    <svg className={styles.spark} width={width} height={height} role="img" aria-label={t('dashboard.trendOf', { words })}>
      <title>{words}</title>
      <polyline points={points} />
    </svg>
  );
}
