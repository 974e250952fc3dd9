import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { useList } from '../../../i18n/useList';
import { chartOf, type IndicatorData } from './health';
import styles from './Health.module.css';

const [width, height, below] = [400, 84, 16];

interface TrendProps {
  indicator: IndicatorData;
  months: readonly string[];
  name: string;
}

/** An indicator month by month against its threshold; in words for those who do not see it. */
export function TrendChart({ indicator, months, name }: TrendProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useList();
  if (indicator.trend.length === 0) return <p className={styles.formula}>{t('health.noTrend')}</p>;
  const { points, limit } = chartOf(indicator, months, width, height);
  const words = list.format(points.map(({ month, value }) => `${formatMonth(month, language)} ${groupDecimal(value)}`));
  return (
    <svg className={styles.chart} viewBox={`0 -4 ${width} ${height + below + 4}`} role="img" aria-label={t('health.trendOf', { name, words, threshold: groupDecimal(indicator.threshold) })}>
      <line className={styles.base} x1={0} x2={width} y1={height} y2={height} />
      <line className={styles.limit} x1={0} x2={width} y1={limit} y2={limit} />
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ month, value, x, y }) => (
        <circle key={month} cx={x} cy={y} r={2.6}>
          <title>{`${formatMonth(month, language)} ${groupDecimal(value)}`}</title>
        </circle>
      ))}
      {months.map((month, index) => (
        <text key={month} x={((index + 0.5) / months.length) * width} y={height + 13} textAnchor="middle">
          {Number(month.slice(5))}
        </text>
      ))}
    </svg>
  );
}

export function TrendTable({ indicator, months, name }: TrendProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const values = new Map(indicator.trend.map(({ period, value }) => [period, value]));
  return (
    <Table verticalSpacing={2} horizontalSpacing={8} aria-label={t('health.trendTable', { name })}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('health.month')}</Table.Th>
          <Table.Th ta="end">{t('health.value')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {months.map((month) => (
          <Table.Tr key={month}>
            <Table.Th scope="row" fw={400}>
              {formatMonth(month, language)}
            </Table.Th>
            <Table.Td ta="end" className="number">
              {groupDecimal(values.get(month) ?? '—')}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
