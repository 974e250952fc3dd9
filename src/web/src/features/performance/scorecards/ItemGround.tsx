import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { groupDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import { EntryList } from '../../monitoring/progress/EntryList';
import { GroundQuery } from './scorecards';

/** What an item's attainment rests on: the entries of its objective, or the objectives below with theirs. */
export function ItemGround({ objectiveId }: { objectiveId: string }) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: GroundQuery, variables: { id: objectiveId } });
  if (!data) return error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows count={2} />;
  const { objective } = data;
  if (!objective) {
    return (
      <Text size="sm" c="dimmed">
        {t('scorecards.noGround')}
      </Text>
    );
  }
  const { measure, progress } = objective;
  const write = (value: string | null) => (value === null ? t('progress.nothing') : groupDecimal(value, measure.decimals));
  return (
    <>
      <Text size="sm" className="number" style={{ whiteSpace: 'normal' }}>
        {t('scorecards.toDate', { actual: write(progress.actualToDate), target: write(progress.targetToDate), whole: write(objective.target), unit: measure.unitOfMeasure })}
      </Text>
      {progress.rolledUp ? <Below objectives={objective.children.filter((child) => child.status !== 'WITHDRAWN')} /> : <EntryList actuals={objective.actuals} measure={measure} />}
    </>
  );
}

interface Child {
  id: string;
  title: string;
  owner: { name: string };
  measure: { decimals: number };
  progress: { actualToDate: string | null; targetToDate: string | null; attainment: string | null };
}

function Below({ objectives }: { objectives: readonly Child[] }) {
  const { t } = useTranslation();
  const write = (value: string | null, decimals: number) => (value === null ? '—' : groupDecimal(value, decimals));
  return (
    <Table verticalSpacing={3} horizontalSpacing={8} aria-label={t('progress.madeOf')} mt={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('progress.madeOf')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('objective.owner')}</Table.Th>
          <Table.Th ta="end">{t('progress.target')}</Table.Th>
          <Table.Th ta="end">{t('progress.actual')}</Table.Th>
          <Table.Th ta="end">{t('scorecards.attainment')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {objectives.map(({ id, title, owner, measure, progress }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" fw={400}>
              <Link className="plain-link" to={`/objectives/${id}`}>
                {title}
              </Link>
            </Table.Th>
            <Table.Td visibleFrom="sm">{owner.name}</Table.Td>
            <Table.Td ta="end" className="number">
              {write(progress.targetToDate, measure.decimals)}
            </Table.Td>
            <Table.Td ta="end" className="number">
              {write(progress.actualToDate, measure.decimals)}
            </Table.Td>
            <Table.Td ta="end" className="number">
              {progress.attainment === null ? '—' : t('common.percent', { percent: groupDecimal(percentOfOne(progress.attainment), 1) })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
