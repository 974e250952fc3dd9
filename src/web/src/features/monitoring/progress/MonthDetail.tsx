import { CloseButton, Group, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { formatMonth } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { chainsOf, type ActualData } from '../actuals/actuals';
import { HealthBadge } from '../health/HealthBadge';
import { Entry } from './EntryList';
import { ProgressOfChildren, writeTarget, type FollowedObjective } from './progress';
import styles from './Progress.module.css';

interface MonthDetailProps {
  objective: FollowedObjective;
  actuals: readonly ActualData[];
  period: string;
  asOf: string | null;
  day: string | null;
  onCorrect?: (actual: ActualData) => void;
  onClose: () => void;
}

/** What made a month's number: the entries that were recorded for it, or the objectives below with theirs. */
export function MonthDetail({ objective, actuals, period, asOf, day, onCorrect, onClose }: MonthDetailProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { progress, measure } = objective;
  const point = progress.series.find((one) => one.period === period);
  const write = (value: string | null | undefined) => (value === null || value === undefined ? t('progress.nothing') : groupDecimal(value, measure.decimals));
  const title = formatMonth(period, language);
  return (
    <section className={styles.detail} aria-label={title}>
      <Group justify="space-between" px="md" pt={8} wrap="nowrap" align="flex-start">
        <div>
          <Title order={3} size="h3">
            {title}
          </Title>
          <Text size="sm" className="number">
            {t('progress.actual')} {write(point?.actual)} · {t('progress.target')} {writeTarget(point?.target, point?.lowerBound, write)}
          </Text>
        </div>
        <CloseButton size="sm" aria-label={t('common.close')} onClick={onClose} />
      </Group>
      {!progress.rolledUp && <OwnEntries actuals={actuals} period={period} decimals={measure.decimals} onCorrect={onCorrect} />}
      {objective.childCount > 0 && <Children objectiveId={objective.id} period={period} asOf={asOf} day={day} />}
    </section>
  );
}

function OwnEntries({ actuals, period, decimals, onCorrect }: { actuals: readonly ActualData[]; period: string; decimals: number; onCorrect?: (actual: ActualData) => void }) {
  const { t } = useTranslation();
  const chains = chainsOf(actuals).filter(({ standing }) => touches(standing.period, period));
  if (chains.length === 0) {
    return (
      <Text size="sm" c="dimmed" px="md" py="sm">
        {t('progress.nothingReported')}
      </Text>
    );
  }
  return (
    <ul className={styles.entries}>
      {chains.map((chain) => (
        <Entry key={chain.standing.id} chain={chain} decimals={decimals} onCorrect={onCorrect} />
      ))}
    </ul>
  );
}

/** A quarter's or a year's entry tells of its months too. */
function touches(period: string, month: string): boolean {
  const [year = '', number = '1'] = month.split('-');
  return period === month || period === year || period === `${year}-Q${Math.ceil(Number(number) / 3)}`;
}

function Children({ objectiveId, period, asOf, day }: { objectiveId: string; period: string; asOf: string | null; day: string | null }) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: ProgressOfChildren, variables: { id: objectiveId, asOf } });
  const children = data?.objective?.children.filter((child) => child.status !== 'WITHDRAWN');
  if (!children) return error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows count={3} />;
  return (
    <>
      <Text size="xs" c="dimmed" px="md" pt={8} pb={4}>
        {t('progress.madeOf')}
      </Text>
      <Table verticalSpacing={4} horizontalSpacing={10} aria-label={t('progress.madeOf')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('objective.title')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('objective.owner')}</Table.Th>
            <Table.Th ta="end">{t('progress.target')}</Table.Th>
            <Table.Th ta="end">{t('progress.actual')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('progress.health')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {children.map((child) => {
            const point = child.progress.series.find((one) => one.period === period);
            return (
              <Table.Tr key={child.id}>
                <Table.Th scope="row" fw={400}>
                  <Link className="plain-link" to={`/objectives/${child.id}?month=${period}${day ? `&day=${day}` : ''}`}>
                    {child.title}
                  </Link>
                </Table.Th>
                <Table.Td visibleFrom="sm">{child.owner.name}</Table.Td>
                <Table.Td ta="end" className="number">
                  {point?.target ? groupDecimal(point.target, child.measure.decimals) : '—'}
                </Table.Td>
                <Table.Td ta="end" className="number">
                  {point?.actual ? groupDecimal(point.actual, child.measure.decimals) : t('progress.missing')}
                </Table.Td>
                <Table.Td visibleFrom="sm">
                  <HealthBadge health={child.progress.health} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}
