import { ActionIcon, Badge, Button, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Pager } from '../../../components/Pager';
import { SearchField } from '../../../components/SearchField';
import { useChoices, type Choices } from '../../../components/useChoices';
import { firstPage, usePaging, useStandingPage } from '../../../components/usePaging';
import { RegionPicker } from '../pickers/places';
import { useWorkspace } from '../workspace/workspace';
import { customerFactors, CustomersQuery, type CustomerData } from './customer';
import { CustomerDrawer } from './CustomerDrawer';

export function CustomersPage() {
  const { t } = useTranslation();
  const { may } = useWorkspace();
  const [params, choose] = useChoices();
  const [editing, setEditing] = useState<CustomerData | 'new' | null>(null);
  const text = params.get('text') ?? '';
  const regionId = params.get('region');
  const set = (changes: Choices) => choose({ ...firstPage, ...changes }, { replace: true });
  const filter = { text: text.trim() === '' ? null : text.trim(), regionId };
  const paging = usePaging(50);
  const [result, read] = useQuery({ query: CustomersQuery, variables: { filter, ...paging.page } });
  const { data, error, fetching } = result;
  const reload = () => read({ requestPolicy: 'network-only' });
  const customers = data?.customers;
  useStandingPage(paging, result, customers?.nodes);
  const mayChange = may('manageOrganization');
  return (
    <PageFrame
      title={t('territory.customers')}
      actions={
        mayChange && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setEditing('new')}>
            {t('territory.addCustomer')}
          </Button>
        )
      }
    >
      <div className="surface">
        <Group gap="xs" p="xs" role="search" style={{ borderBottom: '1px solid var(--line)' }}>
          <SearchField key={regionId} label={t('territory.searchCustomers')} text={text} onChange={(value) => set({ text: value })} />
          <div style={{ width: 200 }}>
            <RegionPicker size="xs" aria-label={t('territory.region')} placeholder={t('territory.anyRegion')} clearable value={regionId} onChange={(id) => set({ region: id })} />
          </div>
        </Group>
        {!customers && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />)}
        {customers?.nodes.length === 0 && <EmptyState icon="customer" title={t('territory.noCustomers')} />}
        {customers && customers.nodes.length > 0 && (
          <Table highlightOnHover aria-busy={fetching}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('territory.name')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('territory.code')}</Table.Th>
                <Table.Th>{t('territory.region')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('territory.accountOwner')}</Table.Th>
                {customerFactors.map((factor) => (
                  <Table.Th key={factor} ta="end" visibleFrom="md">
                    {t(`territory.factors.${factor}`)}
                  </Table.Th>
                ))}
                {mayChange && (
                  <Table.Th>
                    <span className="visually-hidden">{t('common.actions')}</span>
                  </Table.Th>
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {customers.nodes.map((customer) => (
                <Table.Tr key={customer.id} c={customer.active ? undefined : 'dimmed'}>
                  <Table.Td>
                    {customer.name}
                    {!customer.active && (
                      <Badge variant="outline" color="gray.7" ml={8} tt="none">
                        {t('common.inactive')}
                      </Badge>
                    )}
                  </Table.Td>
                  <Table.Td visibleFrom="sm">{customer.code}</Table.Td>
                  <Table.Td>{customer.region.name}</Table.Td>
                  <Table.Td visibleFrom="sm">
                    {customer.accountOwner && (
                      <Link className="plain-link" to={`/people/${customer.accountOwner.id}`}>
                        {customer.accountOwner.name}
                      </Link>
                    )}
                  </Table.Td>
                  {customerFactors.map((factor) => (
                    <Table.Td key={factor} ta="end" className="number" visibleFrom="md">
                      {customer.profile[factor]}
                    </Table.Td>
                  ))}
                  {mayChange && (
                    <Table.Td ta="end">
                      <ActionIcon variant="subtle" color="gray.7" aria-label={t('territory.editOf', { name: customer.name })} onClick={() => setEditing(customer)}>
                        <Icon name="edit" />
                      </ActionIcon>
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {customers && <Pager paging={paging} info={customers.pageInfo} totalCount={customers.totalCount} />}
      </div>
      {editing && <CustomerDrawer customer={editing === 'new' ? null : editing} regionId={regionId} onDone={reload} onClose={() => setEditing(null)} />}
    </PageFrame>
  );
}
