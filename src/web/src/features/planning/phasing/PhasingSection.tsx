import { Button, Group, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Bar } from '../../../components/Bar';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { formatMonth, formatPeriod } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { reach } from '../../../format/sums';
import { useLanguage } from '../../../i18n/useLanguage';
import { PhasingDrawer } from './PhasingDrawer';
import { PhasingQuery } from './phasing';

interface PhasingSectionProps {
  objectiveId: string;
  asOf: string | null;
  may: boolean;
  /** Changes when what is shown may be out of date. */
  news: number;
  onDone: () => void;
}

/** An objective's target by months and quarters. */
export function PhasingSection({ objectiveId, asOf, may, news, onDone }: PhasingSectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const [{ data, error }, read] = useQuery({ query: PhasingQuery, variables: { id: objectiveId, asOf } });
  useEffect(() => {
    if (news > 0) read({ requestPolicy: 'network-only' });
  }, [news, read]);
  const objective = data?.objective;
  const phase = may && objective && (
    <Button variant="default" leftSection={<Icon name="calendar" />} onClick={() => setOpen(true)}>
      {t(objective.phasedBy ? 'phasing.again' : 'phasing.phase')}
    </Button>
  );
  return (
    <Section title={t('phasing.title')} actions={phase}>
      {!data && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />)}
      {objective && objective.months.length === 0 && <EmptyState icon="calendar" title={t('phasing.none')} hint={t('phasing.noneHint')} />}
      {objective && objective.months.length > 0 && (
        <>
          <Group px="md" pt="sm" gap="md">
            {objective.phasedBy && <Text size="sm">{t(`enums.PhasingMethod.${objective.phasedBy}`)}</Text>}
            {objective.quarters.map((quarter) => (
              <Text key={quarter.period} size="sm" c="dimmed" className="number">
                {formatPeriod(quarter.period, language)} {groupDecimal(quarter.value, objective.measure.decimals)}
              </Text>
            ))}
          </Group>
          <Table verticalSpacing={4} aria-label={t('phasing.title')}>
            <Table.Tbody>
              {objective.months.map((month) => (
                <Table.Tr key={month.period}>
                  <Table.Th scope="row" fw={400} className="number" w={110}>
                    {formatMonth(month.period, language)}
                  </Table.Th>
                  <Table.Td>
                    <Bar length={reach(month.value, objective.months.map((m) => m.value))} />
                  </Table.Td>
                  <Table.Td ta="end" className="number" w={140}>
                    {groupDecimal(month.value, objective.measure.decimals)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
      {open && (
        <PhasingDrawer
          id={objectiveId}
          onDone={() => {
            read({ requestPolicy: 'network-only' });
            onDone();
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
