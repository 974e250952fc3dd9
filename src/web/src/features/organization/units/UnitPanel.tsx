import { Button, Checkbox, Group, List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FactList } from '../../../components/FactList';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { Section } from '../../../components/Section';
import { OwnedObjectives } from '../../planning/objectives/OwnedObjectives';
import { HistoryList } from '../../platform/history/HistoryList';
import { PeopleTable } from '../people/PeopleTable';
import { PersonLine } from '../people/PersonLine';
import { useWorkspace } from '../workspace/workspace';
import { UnitQuery } from './saveUnit';
import { UnitDrawer } from './UnitDrawer';

const MembersQuery = graphql(
  `
    query Members($id: ID!, $includeSubunits: Boolean!, $first: Int!, $after: String) {
      unit(id: $id) {
        id
        members(includeSubunits: $includeSubunits, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...PersonLine
          }
        }
      }
    }
  `,
  [PersonLine],
);

export function UnitPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const { may, viewer, ledUnitIds } = useWorkspace();
  const seesCompetencies = ledUnitIds.has(id) || viewer.roles.some((role) => role === 'HR' || role === 'EXECUTIVE' || role === 'AUDITOR');
  const [editing, setEditing] = useState(false);
  const [news, setNews] = useState(0);
  const [{ data, error, fetching }, read] = useQuery({ query: UnitQuery, variables: { id } });
  const reload = () => read({ requestPolicy: 'network-only' });
  const unit = data?.unit;
  if (!unit) {
    if (error) return <FailureState error={error} onRetry={reload} />;
    return fetching || !data ? <LoadingRows /> : <EmptyState icon="search" title={t('units.missing')} />;
  }
  return (
    <>
      <Section
        title={unit.name}
        actions={
          <Group gap="xs" wrap="nowrap">
            {seesCompetencies && (
              <Button variant="default" component={Link} to={`/competencies?unit=${unit.id}`}>
                {t('competencies.title')}
              </Button>
            )}
            {may('manageOrganization') && (
              <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => setEditing(true)}>
                {t('units.edit')}
              </Button>
            )}
          </Group>
        }
      >
        <FactList
          facts={[
            [t('units.code'), unit.code],
            [t('units.kind'), t(`enums.UnitKind.${unit.kind}`)],
            [
              t('units.parent'),
              unit.parent && (
                <Link key="parent" className="plain-link" to={`/units/${unit.parent.id}`}>
                  {unit.parent.name}
                </Link>
              ),
            ],
            [
              t('units.leader'),
              unit.leader && (
                <Link key="leader" className="plain-link" to={`/people/${unit.leader.id}`}>
                  {unit.leader.name} ({unit.leader.employeeNumber})
                </Link>
              ),
            ],
            [t('units.state'), unit.active ? t('common.active') : t('common.inactive')],
          ]}
        />
      </Section>
      <Section title={t('units.responsibilities')}>
        {unit.responsibilities.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {t('units.noResponsibilities')}
          </Text>
        ) : (
          <List size="sm" pl={32} pr="md" py="sm">
            {unit.responsibilities.map((duty) => (
              <List.Item key={duty.id}>{duty.text}</List.Item>
            ))}
          </List>
        )}
      </Section>
      <Members id={id} />
      <Section title={t('people.objectives')}>
        <OwnedObjectives unitId={id} />
      </Section>
      <Section title={t('history.title')}>
        <HistoryList id={id} news={news} />
      </Section>
      {editing && (
        <UnitDrawer
          unit={unit}
          parentId={unit.parent?.id ?? null}
          onDone={() => {
            reload();
            setNews((n) => n + 1);
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}

function Members({ id }: { id: string }) {
  const { t } = useTranslation();
  const [includeSubunits, setIncludeSubunits] = useState(false);
  const pages = useConnection({ query: MembersQuery, variables: { id, includeSubunits }, pageSize: 25, of: (data) => data.unit?.members });
  return (
    <Section
      title={t('units.members', { count: pages.totalCount })}
      actions={<Checkbox size="xs" label={t('units.includeSubunits')} checked={includeSubunits} onChange={(event) => setIncludeSubunits(event.currentTarget.checked)} />}
    >
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows count={4} />)}
      {pages.nodes?.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('units.noMembers')}
        </Text>
      )}
      {pages.nodes && pages.nodes.length > 0 && <PeopleTable people={pages.nodes} withUnit={includeSubunits} />}
      <MoreButton pages={pages} />
    </Section>
  );
}
