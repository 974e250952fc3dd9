import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import { addDays } from '../../../format/dates';
import { useWorkspace } from '../../organization/workspace/workspace';
import { percentOf } from '../dashboard/dashboard';
import { HealthBadge } from '../health/HealthBadge';
import { changesOf, WeekChangesQuery, type WeekPart } from './week';

/** How the people's objectives stood before the week, and how they stand at its end or now. */
export function WeekChanges({ cycleId, week, news }: WeekPart) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const superiorId = viewer.person.id;
  const filter = { superiorId, status: ['REPORTED' as const, 'REVIEWED' as const], from: week.monday, until: week.sunday };
  const [{ data, error }, read] = useQuery({ query: WeekChangesQuery, variables: { cycleId, superiorId, before: addDays(week.monday, -1), until: week.sunday, filter } });
  const again = () => read({ requestPolicy: 'network-only' });
  useNews(news, again);
  const [before, after] = [data?.before.whole, data?.after.whole];
  return (
    <Section title={t('week.changes')}>
      {!data && (error ? <FailureState error={error} onRetry={again} /> : <LoadingRows count={3} />)}
      {before && after && (
        <>
          <Table fz="sm" verticalSpacing={4} aria-label={t('week.changes')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('week.health')}</Table.Th>
                <Table.Th ta="end">{t('week.before')}</Table.Th>
                <Table.Th ta="end">{t(week.place === 'past' ? 'week.atEnd' : 'week.today')}</Table.Th>
                <Table.Th ta="end">{t('week.difference')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changesOf(before, after).map((change) => (
                <Table.Tr key={change.health}>
                  <Table.Th scope="row" fw={400}>
                    <HealthBadge health={change.health} />
                  </Table.Th>
                  <Numbers before={change.before} after={change.after} />
                </Table.Tr>
              ))}
              <Table.Tr>
                <Table.Th scope="row" fw={400}>
                  {t('week.attainment')}
                </Table.Th>
                <Numbers before={percentOf(before.attainment)} after={percentOf(after.attainment)} isPercent />
              </Table.Tr>
            </Table.Tbody>
          </Table>
          <Text size="sm" c="dimmed" px="md" py="xs">
            {before.objectives === 0 ? t('week.notKept') : t('week.reportsOfIt', { count: data?.controlPoints.totalCount ?? 0 })}
          </Text>
        </>
      )}
    </Section>
  );
}

function Numbers({ before, after, isPercent = false }: { before: number | null; after: number | null; isPercent?: boolean }) {
  const { t } = useTranslation();
  const difference = before === null || after === null ? null : after - before;
  const text = (value: number | null) => (value === null ? '—' : isPercent ? t('common.percent', { percent: value }) : groupDecimal(String(value)));
  return (
    <>
      <Table.Td ta="end" className="number">
        {text(before)}
      </Table.Td>
      <Table.Td ta="end" className="number">
        {text(after)}
      </Table.Td>
      <Table.Td ta="end" className="number" fw={difference ? 600 : undefined}>
        {difference === null ? '—' : difference > 0 ? `+${difference}` : String(difference).replace('-', '−')}
      </Table.Td>
    </>
  );
}
