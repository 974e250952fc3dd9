import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type Role } from '../../../api/graphql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Pager } from '../../../components/Pager';
import { SearchField } from '../../../components/SearchField';
import { useChoices, type Choices } from '../../../components/useChoices';
import { firstPage, usePaging, useStandingPage } from '../../../components/usePaging';
import { UnitPicker } from '../pickers/UnitPicker';
import { useWorkspace } from '../workspace/workspace';
import { PeopleTable } from './PeopleTable';
import { PersonDrawer } from './PersonDrawer';
import { PersonLine } from './PersonLine';

const PeopleQuery = graphql(
  `
    query People($filter: PersonFilter, $first: Int, $after: String, $last: Int, $before: String) {
      people(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          ...PersonLine
        }
      }
    }
  `,
  [PersonLine],
);

const roles: readonly Role[] = ['EXECUTIVE', 'HR', 'AUDITOR', 'ADMINISTRATOR'];

export function PeoplePage() {
  const { t } = useTranslation();
  const { may } = useWorkspace();
  const [params, choose] = useChoices();
  const [adding, setAdding] = useState(false);
  const text = params.get('q') ?? '';
  const unitId = params.get('unit');
  const role = roles.find((one) => one === params.get('role')) ?? null;
  const inactive = params.get('inactive') === '1';
  const set = (changes: Choices) => choose({ ...firstPage, ...changes }, { replace: true });

  const filter = { text: text.trim() === '' ? null : text.trim(), unitId, includeSubunits: unitId ? true : null, role, active: inactive ? null : true };
  const paging = usePaging(50);
  const [result, read] = useQuery({ query: PeopleQuery, variables: { filter, ...paging.page } });
  const { data, error, fetching } = result;
  const people = data?.people;
  useStandingPage(paging, result, people?.nodes);
  const reload = () => read({ requestPolicy: 'network-only' });

  return (
    <PageFrame
      title={t('people.title')}
      actions={
        may('manageOrganization') && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        )
      }
    >
      <div className="surface">
        <Group gap="xs" p="xs" role="search" style={{ borderBottom: '1px solid var(--line)' }}>
          <SearchField label={t('people.search')} text={text} onChange={(value) => set({ q: value })} />
          <div style={{ width: 230 }}>
            <UnitPicker placeholder={t('people.anyUnit')} clearable value={unitId} onChange={(id) => set({ unit: id })} aria-label={t('people.unit')} size="xs" />
          </div>
          <Select
            size="xs"
            w={150}
            aria-label={t('people.role')}
            placeholder={t('people.anyRole')}
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            data={roles.map((one) => ({ value: one, label: t(`enums.Role.${one}`) }))}
            value={role}
            onChange={(value) => set({ role: value })}
          />
          <Select
            size="xs"
            w={140}
            aria-label={t('people.activity')}
            allowDeselect={false}
            data={[
              { value: '0', label: t('people.activeOnly') },
              { value: '1', label: t('people.all') },
            ]}
            value={inactive ? '1' : '0'}
            onChange={(value) => set({ inactive: value === '1' ? '1' : null })}
          />
        </Group>
        {!people && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />)}
        {people && error && !fetching && <FailureState error={error} onRetry={reload} />}
        {people?.nodes.length === 0 && <EmptyState icon="people" title={t('people.none')} hint={t('people.noneHint')} />}
        {people && people.nodes.length > 0 && (
          <div aria-busy={fetching}>
            <PeopleTable people={people.nodes} />
          </div>
        )}
        {people && <Pager paging={paging} info={people.pageInfo} totalCount={people.totalCount} />}
      </div>
      {adding && <PersonDrawer person={null} onDone={reload} onClose={() => setAdding(false)} />}
    </PageFrame>
  );
}
