import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { beside, type Month } from './revisions';

interface RevisedMonthsProps {
  /** Those in force; left out where the revision made them. */
  before?: readonly Month[];
  after: readonly Month[];
  measure: { unitOfMeasure: string; decimals: number };
}

/** A revised target by months, each that changes beside what it was. */
export function RevisedMonths({ before, after, measure }: RevisedMonthsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Table fz="xs" verticalSpacing={3} horizontalSpacing={6} aria-label={t('revisions.months')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            {t('revisions.month')} ({measure.unitOfMeasure})
          </Table.Th>
          {before && <Table.Th ta="end">{t('revisions.before')}</Table.Th>}
          <Table.Th ta="end">{t('revisions.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {beside(before ?? [], after).map((month) => (
          <Table.Tr key={month.period}>
            <Table.Th scope="row" fw={400}>
              {formatPeriod(month.period, language)}
            </Table.Th>
            {before && (
              <Table.Td ta="end" className="number">
                {month.before === null ? '—' : groupDecimal(month.before, measure.decimals)}
              </Table.Td>
            )}
            <Table.Td ta="end" className="number" fw={before && month.isChanged ? 600 : undefined}>
              {groupDecimal(month.after, measure.decimals)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
