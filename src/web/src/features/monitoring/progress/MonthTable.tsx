import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { writeTarget, type MonthPoint } from './progress';
import styles from './Progress.module.css';

interface MonthTableProps {
  series: readonly MonthPoint[];
  measure: { decimals: number };
  chosen: string | null;
  onChoose: (period: string) => void;
}

/** The same as the charts, in figures. */
export function MonthTable({ series, measure, chosen, onChoose }: MonthTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const write = (value: string | null) => (value === null ? '—' : groupDecimal(value, measure.decimals));
  return (
    <Table verticalSpacing={3} horizontalSpacing={10} aria-label={t('progress.values')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('progress.month')}</Table.Th>
          <Table.Th ta="end">{t('progress.target')}</Table.Th>
          <Table.Th ta="end">{t('progress.actual')}</Table.Th>
          <Table.Th ta="end" visibleFrom="sm">
            {t('progress.targetToDate')}
          </Table.Th>
          <Table.Th ta="end" visibleFrom="sm">
            {t('progress.actualToDate')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {series.map((point) => (
          <Table.Tr key={point.period} bg={point.period === chosen ? 'var(--row-active)' : undefined}>
            <Table.Th scope="row" fw={400}>
              <button type="button" className={styles.month} aria-pressed={point.period === chosen} onClick={() => onChoose(point.period)}>
                {formatMonth(point.period, language)}
              </button>
            </Table.Th>
            <Table.Td ta="end" className="number">
              {writeTarget(point.target, point.lowerBound, write)}
            </Table.Td>
            <Table.Td ta="end" className="number">
              {write(point.actual)}
            </Table.Td>
            <Table.Td ta="end" className="number" visibleFrom="sm">
              {writeTarget(point.cumulativeTarget, point.cumulativeLowerBound, write)}
            </Table.Td>
            <Table.Td ta="end" className="number" visibleFrom="sm">
              {write(point.cumulativeActual)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
