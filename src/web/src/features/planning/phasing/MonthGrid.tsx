import { Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DecimalText } from '../../../api/graphql';
import { Bar } from '../../../components/Bar';
import { cellKeys } from '../../../components/cells';
import { NumberCell } from '../../../components/NumberCell';
import { formatMonth } from '../../../format/dates';
import { groupDecimal, readDecimal } from '../../../format/decimal';
import { fromUnits, reach } from '../../../format/sums';
import { useLanguage } from '../../../i18n/useLanguage';
import { TargetText } from '../objectives/TargetText';
import type { MonthValue } from './phasing';

interface MonthGridProps {
  values: readonly MonthValue[];
  /** Null while there is none to be read. */
  target: DecimalText | null;
  measure: { unitOfMeasure: string; decimals: number };
  /** What the months still lack of the target, in millionths; null where it has no meaning. */
  remainder: bigint | null;
  /** Made by a method, not typed. */
  isMuted?: boolean;
  /** Months that stay as they are. */
  isFixed?: (period: string) => boolean;
  onType: (changes: ReadonlyMap<string, string | null>) => void;
}

/** A target's months, typed one by one or pasted as a column, and what is still missing. */
export function MonthGrid({ values, target, measure, remainder, isMuted = false, isFixed = () => false, onType }: MonthGridProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const filled = values.flatMap((month) => (month.value !== null && readDecimal(month.value) !== null ? [month.value] : []));
  const keys = cellKeys((from, pasted, cells) => {
    const start = cells.indexOf(from);
    onType(new Map(pasted.slice(0, cells.length - start).map((text, i) => [cells[start + i] ?? '', text.trim() === '' ? null : (readDecimal(text) ?? text)])));
  });
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {t('objective.target')} {target === null ? '—' : <TargetText target={target} measure={measure} />}
        </Text>
        <Text size="sm" role="status" fw={500} c={remainder !== null && remainder !== 0n ? '#b42318' : undefined}>
          {remainder !== null && (remainder === 0n ? t('phasing.complete') : t('phasing.remaining', { value: groupDecimal(fromUnits(remainder), measure.decimals) }))}
        </Text>
      </Group>
      <Table verticalSpacing={2} aria-label={t('phasing.months')} {...keys}>
        <Table.Tbody>
          {values.map((month) => (
            <Table.Tr key={month.period}>
              <Table.Th scope="row" fw={400} className="number" w={104} px={4}>
                {formatMonth(month.period, language)}
              </Table.Th>
              <Table.Td px={4}>
                <Bar length={reach(month.value ?? '0', filled)} muted={isMuted || isFixed(month.period)} />
              </Table.Td>
              <Table.Td w={150} px={4}>
                <NumberCell
                  cell={month.period}
                  label={month.period}
                  decimals={measure.decimals}
                  value={month.value}
                  disabled={isFixed(month.period)}
                  onChange={(value) => onType(new Map([[month.period, value]]))}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {t('phasing.keys')}
      </Text>
    </>
  );
}
