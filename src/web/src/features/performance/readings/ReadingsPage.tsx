import { Anchor, Breadcrumbs, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../../api/graphql';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { placeOf } from '../../platform/agenda/places';

const ReadingsQuery = graphql(`
  query Readings($named: Boolean!, $first: Int!, $after: String) {
    loggedReadings(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        at
        by {
          id
          name
          employeeNumber
        }
        subject @include(if: $named) {
          __typename
          id
          ... on Scorecard {
            person {
              id
              name
            }
            cycle {
              id
              name
            }
          }
          ... on IncentiveScheme {
            name
          }
          ... on Person {
            name
          }
          ... on Recognition {
            to {
              id
              name
            }
          }
        }
      }
    }
  }
`);

type Subject = NonNullable<ResultOf<typeof ReadingsQuery>['loggedReadings']['nodes'][number]['subject']>;

/** Which appraisals and incentives auditors have read. To auditors it does not say what: to look that up would be to read it again. */
export function ReadingsPage() {
  const { t } = useTranslation();
  const instant = useInstant();
  const { viewer } = useWorkspace();
  const isAuditor = viewer.roles.includes('AUDITOR');
  const pages = useConnection({ query: ReadingsQuery, variables: { named: !isAuditor }, pageSize: 50, of: (data) => data.loggedReadings });
  return (
    <PageFrame
      title={t('history.readings')}
      subtitle={t(isAuditor ? 'history.readingsOfAuditor' : 'history.readingsHint')}
      above={
        <Breadcrumbs separator="›" mb={6} fz="xs">
          <Link className="plain-link" to="/audit">
            {t('history.audit')}
          </Link>
        </Breadcrumbs>
      }
    >
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="clock" title={t('history.noReadings')} />}
      {pages.nodes && pages.nodes.length > 0 && (
        <div className="surface">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('history.readAt')}</Table.Th>
                <Table.Th style={{ whiteSpace: 'nowrap' }}>{t('history.by')}</Table.Th>
                {!isAuditor && <Table.Th>{t('history.what')}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {pages.nodes.map(({ at, by, subject }, i) => (
                <Table.Tr key={`${at} ${i}`}>
                  <Table.Td>{instant(at)}</Table.Td>
                  <Table.Td>
                    <Link className="plain-link" style={{ whiteSpace: 'nowrap' }} to={`/people/${by.id}`}>
                      {by.name}
                    </Link>
                  </Table.Td>
                  {!isAuditor && <Table.Td>{subject ? <SubjectName subject={subject} /> : <Text size="sm">—</Text>}</Table.Td>}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <MoreButton pages={pages} />
    </PageFrame>
  );
}

function SubjectName({ subject }: { subject: Subject }) {
  const { t } = useTranslation();
  const place = placeOf(subject);
  const kind = t(`history.readKinds.${subject.__typename}` as 'history.readKinds.Scorecard', { defaultValue: '' });
  const name = nameOf(subject);
  return (
    <>
      {kind} {name && (place ? <Anchor component={Link} to={place} size="sm" underline="always">{name}</Anchor> : name)}
    </>
  );
}

function nameOf(subject: Subject): string | null {
  if ('person' in subject) return `${subject.person.name} · ${subject.cycle.name}`;
  if ('to' in subject) return subject.to.name;
  return 'name' in subject ? subject.name : null;
}
