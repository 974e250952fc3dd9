import { Select, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../../api/graphql';
import { useConnection } from '../../../api/useConnection';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { useCycles } from '../cycles/useCycles';
import { ObjectiveRow } from '../tree/ObjectiveRow';
import { StatusBadge } from './StatusBadge';
import { TargetText } from './TargetText';

const OwnedObjectivesQuery = graphql(
  `
    query OwnedObjectives($cycleId: ID!, $ownerId: ID, $unitId: ID, $first: Int!, $after: String) {
      objectives(
        filter: { cycleId: $cycleId, ownerId: $ownerId, unitId: $unitId, status: [DRAFT, NEGOTIATING, AGREED, COMMITTED, ACHIEVED, MISSED] }
        orderBy: { field: CODE, direction: ASC }
        first: $first
        after: $after
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...ObjectiveRow
        }
      }
    }
  `,
  [ObjectiveRow],
);

interface OwnedObjectivesProps {
  ownerId?: string;
  unitId?: string;
}

/** The objectives of a person or a unit in a cycle. */
export function OwnedObjectives({ ownerId, unitId }: OwnedObjectivesProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string | null>(null);
  const { cycles, cycle, isLoading, error, reload } = useCycles(asked);
  if (error) return <FailureState error={error} onRetry={reload} />;
  if (isLoading) return <LoadingRows count={3} />;
  if (!cycle) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('tree.noCycle')}
      </Text>
    );
  }
  return (
    <>
      <Select
        size="xs"
        p="xs"
        maw={280}
        aria-label={t('tree.cycle')}
        allowDeselect={false}
        data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
        value={cycle.id}
        onChange={setAsked}
      />
      <Lines cycleId={cycle.id} ownerId={ownerId ?? null} unitId={unitId ?? null} />
    </>
  );
}

function Lines({ cycleId, ownerId, unitId }: { cycleId: string; ownerId: string | null; unitId: string | null }) {
  const { t } = useTranslation();
  const pages = useConnection({ query: OwnedObjectivesQuery, variables: { cycleId, ownerId, unitId }, pageSize: 25, of: (data) => data.objectives });
  if (!pages.nodes) return pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows count={3} />;
  if (pages.nodes.length === 0) {
    return (
      <Text size="sm" c="dimmed" px="md" pb="md">
        {t('objective.none')}
      </Text>
    );
  }
  return (
    <>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('objective.title')}</Table.Th>
            <Table.Th ta="end">{t('objective.target')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('objective.status')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pages.nodes.map((objective) => (
            <Table.Tr key={objective.id}>
              <Table.Td>
                <Link className="plain-link" to={`/objectives/${objective.id}`}>
                  {objective.title}
                </Link>
              </Table.Td>
              <Table.Td ta="end">
                <TargetText target={objective.target} lowerBound={objective.lowerBound} measure={objective.measure} />
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <StatusBadge status={objective.status} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <MoreButton pages={pages} />
    </>
  );
}
