import { Anchor, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './Dashboard.module.css';
import { percentOf, subjectOf, type DashboardCountsData, type DashboardRowData } from './dashboard';
import { HealthMix, Trend } from './Parts';

/** Per cent below which a mean is marked. */
const low = 90;

/** A mean of all that is shown, its months, and how many are in which health. */
export function Whole({ row, isPart = false }: { row: DashboardCountsData; isPart?: boolean }) {
  const { t } = useTranslation();
  const percent = percentOf(row.attainment);
  return (
    <section className={isPart ? styles.whole : `surface ${styles.whole}`} aria-label={t('dashboard.whole')}>
      <div>
        <div className={styles.figure}>{percent === null ? '—' : t('common.percent', { percent: percent })}</div>
        <div className={styles.caption}>{t('dashboard.mean', { count: row.objectives })}</div>
      </div>
      <Trend trend={row.trend} />
      <div className={styles.mix}>
        <HealthMix row={row} legend />
      </div>
    </section>
  );
}

interface RowProps {
  row: DashboardRowData;
  /** The unit whose parts are shown. */
  isItself?: boolean;
  /** Goes down to a unit's parts. */
  onUnit?: (id: string) => void;
  onOpen: () => void;
}

/** How the objectives of a unit, region, customer or person do. */
export function Row({ row, isItself = false, onUnit, onOpen }: RowProps) {
  const { t } = useTranslation();
  const subject = subjectOf(row);
  const percent = percentOf(row.attainment);
  const goesDeeper = row.unit !== null && !isItself;
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        {goesDeeper && row.unit ? (
          <Anchor component="button" fw={500} onClick={() => row.unit && onUnit?.(row.unit.id)} style={{ textAlign: 'start' }}>
            {subject?.name}
          </Anchor>
        ) : row.person ? (
          <Link className="text-link" to={`/people/${row.person.id}`}>
            {subject?.name}
          </Link>
        ) : (
          subject?.name
        )}
        <Text size="xs" c="dimmed">
          {isItself ? t('dashboard.itself', { count: row.objectives }) : t('dashboard.count', { count: row.objectives })}
        </Text>
      </div>
      <div className={styles.number} data-low={percent !== null && percent < low}>
        {percent === null ? '—' : t('common.percent', { percent: percent })}
      </div>
      <div className={styles.mixCell}>
        <HealthMix row={row} />
      </div>
      <Trend trend={row.trend} />
      <div className={styles.act}>
        <Button variant="default" size="compact-sm" onClick={onOpen} aria-label={t('dashboard.openOf', { name: subject?.name ?? '' })}>
          {t('dashboard.open')}
        </Button>
      </div>
    </li>
  );
}
