import { Code, Table, Text, Tooltip } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql';
import type { Language } from '../../../api/locale';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { currencyOf, differencesOf, idsIn, partId, type Difference } from './differences';
import { FieldValue } from './FieldValue';

export const ChangeLine = graphql(`
  fragment ChangeLine on Change {
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
      ... on OfficeMeeting {
        date
      }
      ... on Briefing {
        title
      }
      ... on Competency {
        name
      }
      ... on Course {
        title
      }
      ... on DevelopmentItem {
        title
      }
      ... on Scorecard {
        person {
          id
          name
        }
      }
      ... on ControlPoint {
        date
        objective {
          id
          title
        }
      }
      ... on TargetRevision {
        externalCause
      }
      ... on Deviation {
        description
      }
      ... on Cause {
        text
      }
      ... on Criterion {
        name
      }
      ... on Countermeasure {
        title
      }
      ... on ScoringRule {
        name
      }
      ... on ScorecardItem {
        objective {
          id
          title
        }
      }
    }
  }
`);

type ChangeData = ResultOf<typeof ChangeLine>;

interface ChangeListProps<Change> {
  changes: readonly Change[];
  label?: string;
  /** What a change is of, where the place does not say. */
  subject?: (change: Change) => ReactNode;
}

/** Changes, each with what became of which field. */
export function ChangeList<Change extends ChangeData>({ changes, label, subject }: ChangeListProps<Change>) {
  const { t } = useTranslation();
  const told = useMemo(() => changes.map((change) => ({ change, differences: differencesOf(change.before, change.after) })), [changes]);
  const isAuditor = useWorkspace().viewer.roles.includes('AUDITOR');
  const names = useNames(told.flatMap(({ differences }) => idsIn(isAuditor ? differences.filter((d) => d.field !== 'scorecardId') : differences))); // To an auditor it would be a reading.
  return (
    <ol aria-label={label} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {told.map(({ change, differences }) => (
        <li key={change.hash} style={{ borderBottom: '1px solid #eef1f4', padding: '8px 16px' }}>
          <ChangeHead change={change} subject={subject?.(change)} />
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
    </ol>
  );
}

function ChangeHead({ change, subject }: { change: ChangeData; subject: ReactNode }) {
  const { t, i18n } = useTranslation();
  const instant = useInstant();
  const key = `history.actions.${change.action}`;
  const action = i18n.exists(key) ? t(key as 'history.actions.draftObjective') : change.action;
  return (
    <>
      <Text size="sm">
        <strong>{action}</strong> · {change.by?.name ?? t('history.system')}
        {subject && <> · {subject}</>}
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

type Named = NonNullable<ResultOf<typeof NamesQuery>['nodes'][number]>;

function nameOf(node: Named, language: Language): string | null {
  if ('name' in node) return node.name;
  if ('title' in node) return node.title;
  if ('text' in node) return node.text;
  if ('person' in node) return node.person.name;
  if ('objective' in node) return 'date' in node ? `${node.objective.title} · ${formatDay(node.date, language)}` : node.objective.title;
  if ('date' in node) return formatDay(node.date, language);
  if ('externalCause' in node) return node.externalCause;
  return 'description' in node ? node.description : null;
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
                <FieldValue field={ownName(difference.field)} value={difference.before} names={names} currency={currencyOf(difference.field, differences)} />
              </Table.Td>
            )}
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <FieldValue field={ownName(difference.field)} value={difference.after} names={names} currency={currencyOf(difference.field, differences)} />
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
  const language = useLanguage();
  const wanted = [...new Set(ids)].sort().slice(0, 200);
  const [{ data }] = useQuery({ query: NamesQuery, variables: { ids: wanted }, pause: wanted.length === 0 });
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const node of data?.nodes ?? []) {
      if (!node) continue;
      const name = nameOf(node, language);
      if (name !== null) names.set(node.id, name);
    }
    return names;
  }, [data, language]);
}
