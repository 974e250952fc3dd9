import { Code, Stack, Table, Text, Tooltip } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql';
import { useConnection } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { useInstant } from '../../organization/workspace/workspace';
import { differencesOf, idsIn, partId, type Difference } from './differences';
import { FieldValue } from './FieldValue';

const HistoryQuery = graphql(`
  query History($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      ... on Versioned {
        history(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            sequence
            at
            action
            reason
            before
            after
            hash
            by {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** What the ids in a history stand for. */
const NamesQuery = graphql(`
  query Names($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Person {
        name
      }
      ... on Unit {
        name
      }
      ... on Region {
        name
      }
      ... on Customer {
        name
      }
      ... on Measure {
        name
      }
      ... on Cycle {
        name
      }
      ... on Position {
        title
      }
      ... on Objective {
        title
      }
      ... on StrategyElement {
        title
      }
      ... on Responsibility {
        text
      }
      ... on Project {
        name
      }
      ... on Milestone {
        name
      }
    }
  }
`);

type ChangeData = Extract<ResultOf<typeof HistoryQuery>['node'], { history: unknown }>['history']['nodes'][number];

interface HistoryListProps {
  id: string;
  news?: number;
}

/** Every change of a record, the newest first: what, by whom, when and why. */
export function HistoryList({ id, news = 0 }: HistoryListProps) {
  const { t } = useTranslation();
  const pages = useConnection({
    query: HistoryQuery,
    variables: { id },
    pageSize: 10,
    of: (data) => (data.node && 'history' in data.node ? data.node.history : null),
  });
  useNews(news, pages.reload);
  const changes = useMemo(() => (pages.nodes ?? []).map((change) => ({ change, differences: differencesOf(change.before, change.after) })), [pages.nodes]);
  const names = useNames(changes.flatMap(({ differences }) => idsIn(differences)));

  if (!pages.nodes) return pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows count={4} />;
  if (changes.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('history.none')}
      </Text>
    );
  }
  return (
    <>
      <Stack component="ol" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
        {changes.map(({ change, differences }) => (
          <li key={change.hash} style={{ borderBottom: '1px solid #eef1f4', padding: '8px 16px' }}>
            <ChangeHead change={change} />
            {change.before === null && differences.length > 3 ? (
              <details>
                <summary style={{ fontSize: 12, cursor: 'pointer', padding: '4px 0' }}>{t('history.show', { count: differences.length })}</summary>
                <Differences differences={differences} names={names} isNew />
              </details>
            ) : (
              differences.length > 0 && <Differences differences={differences} names={names} />
            )}
          </li>
        ))}
      </Stack>
      {pages.error && <FailureState error={pages.error} onRetry={pages.reload} />}
      <MoreButton pages={pages} />
    </>
  );
}

function ChangeHead({ change }: { change: ChangeData }) {
  const { t, i18n } = useTranslation();
  const instant = useInstant();
  const key = `history.actions.${change.action}`;
  const action = i18n.exists(key) ? t(key as 'history.actions.draftObjective') : change.action;
  return (
    <>
      <Text size="sm">
        <strong>{action}</strong> · {change.by?.name ?? t('history.system')}
      </Text>
      <Text size="xs" c="dimmed" component="div">
        #{change.sequence} · {instant(change.at)} ·{' '}
        <Tooltip label={`${t('history.hash')}: ${change.hash}`} multiline maw={340} events={{ hover: true, focus: true, touch: true }} styles={{ tooltip: { overflowWrap: 'anywhere' } }}>
          <Code tabIndex={0} role="note" aria-label={`${t('history.hash')}: ${change.hash}`}>
            {change.hash.slice(0, 10)}
          </Code>
        </Tooltip>
      </Text>
      {change.reason && (
        <Text size="sm" mt={2}>
          {t('history.reason', { reason: change.reason })}
        </Text>
      )}
    </>
  );
}

interface DifferencesProps {
  differences: readonly Difference[];
  names: ReadonlyMap<string, string>;
  /** There was nothing before. */
  isNew?: boolean;
}

function Differences({ differences, names, isNew = false }: DifferencesProps) {
  const { t, i18n } = useTranslation();
  const label = (field: string) => {
    const name = ownName(field);
    const key = `history.fields.${name}`;
    const part = names.get(partId(field) ?? '');
    return `${i18n.exists(key) ? t(key as 'history.fields.title') : name}${part === undefined ? '' : ` · ${part}`}`;
  };
  return (
    <Table fz="xs" verticalSpacing={3} horizontalSpacing={6} mt={4} withRowBorders={false} layout="fixed" styles={{ td: { verticalAlign: 'top' } }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="26%">{t('history.field')}</Table.Th>
          {!isNew && <Table.Th>{t('history.before')}</Table.Th>}
          <Table.Th>{t(isNew ? 'history.value' : 'history.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map((difference) => (
          <Table.Tr key={difference.field}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{label(difference.field)}</Table.Td>
            {!isNew && (
              <Table.Td style={{ overflowWrap: 'anywhere' }} c="dimmed">
                <FieldValue field={ownName(difference.field)} value={difference.before} names={names} />
              </Table.Td>
            )}
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <FieldValue field={ownName(difference.field)} value={difference.after} names={names} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A part's field is named by the part and its key: "signature:….role". */
const ownName = (field: string) => (field.includes(':') ? (field.split('.').at(-1) ?? field) : field);

function useNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)].sort().slice(0, 200);
  const [{ data }] = useQuery({ query: NamesQuery, variables: { ids: wanted }, pause: wanted.length === 0 });
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const node of data?.nodes ?? []) {
      if (!node) continue;
      const name = 'name' in node ? node.name : 'title' in node ? node.title : 'text' in node ? node.text : null;
      if (name !== null) names.set(node.id, name);
    }
    return names;
  }, [data]);
}
