import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { ObjectiveRow } from '../tree/ObjectiveRow';
import { StatusBadge } from './StatusBadge';
import { TargetText } from './TargetText';

const ObjectiveChildren = graphql(
  `
    query ObjectiveChildren($id: ID!, $asOf: DateTime) {
      objective(id: $id, asOf: $asOf) {
        id
        children {
          ...ObjectiveRow
        }
      }
    }
  `,
  [ObjectiveRow],
);

interface ChildListProps {
  objectiveId: string;
  asOf: string | null;
  day: string | null;
  news: number;
}

export function ChildList({ objectiveId, asOf, day, news }: ChildListProps) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: ObjectiveChildren, variables: { id: objectiveId, asOf } });
  const reload = () => read({ requestPolicy: 'network-only' });
  useNews(news, reload);
  const children = data?.objective?.children.filter((child) => child.status !== 'WITHDRAWN');
  if (!children) return error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows count={3} />;
  if (children.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('objective.noChildren')}
      </Text>
    );
  }
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('objective.title')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('objective.owner')}</Table.Th>
          <Table.Th ta="end">{t('objective.target')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('objective.status')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {children.map((child) => (
          <Table.Tr key={child.id}>
            <Table.Td>
              <Link className="plain-link" to={`/objectives/${child.id}${day ? `?day=${day}` : ''}`}>
                {child.title}
              </Link>
            </Table.Td>
            <Table.Td visibleFrom="sm">{child.owner.name}</Table.Td>
            <Table.Td ta="end">
              <TargetText target={child.target} lowerBound={child.lowerBound} measure={child.measure} />
            </Table.Td>
            <Table.Td visibleFrom="sm">
              <StatusBadge status={child.status} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
