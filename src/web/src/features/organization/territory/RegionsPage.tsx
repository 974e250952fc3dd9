import { ActionIcon, Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { groupDecimal } from '../../../format/decimal';
import { useWorkspace } from '../workspace/workspace';
import { regionFactors, RegionsQuery, type RegionData } from './region';
import { RegionDrawer } from './RegionDrawer';
import styles from './Territory.module.css';

export function RegionsPage() {
  const { t } = useTranslation();
  const { may } = useWorkspace();
  const [editing, setEditing] = useState<RegionData | 'new' | null>(null);
  const [{ data, error }, read] = useQuery({ query: RegionsQuery });
  const reload = () => read({ requestPolicy: 'network-only' });
  const regions = data?.organization.regions;
  const mayChange = may('manageOrganization');
  return (
    <PageFrame
      title={t('territory.regions')}
      subtitle={t('territory.regionsHint')}
      actions={
        mayChange && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setEditing('new')}>
            {t('territory.addRegion')}
          </Button>
        )
      }
    >
      <div className="surface" style={{ overflowX: 'auto' }}>
        {!regions && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />)}
        {regions?.length === 0 && <EmptyState icon="map" title={t('territory.noRegions')} />}
        {regions && regions.length > 0 && (
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('territory.name')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('territory.code')}</Table.Th>
                <Table.Th>{t('territory.unit')}</Table.Th>
                {regionFactors.map((factor) => (
                  <Table.Th key={factor} ta="end" visibleFrom="md">
                    {t(`territory.factors.${factor}`)}
                  </Table.Th>
                ))}
                <Table.Th ta="end" visibleFrom="sm">
                  {t('territory.developmentWeight')}
                </Table.Th>
                {mayChange && (
                  <Table.Th>
                    <span className="visually-hidden">{t('common.actions')}</span>
                  </Table.Th>
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {regions.map((region) => (
                <Table.Tr key={region.id}>
                  <Table.Td className={styles.name}>
                    <Link className="plain-link" to={`/customers?region=${region.id}`} title={t('territory.customersOf', { name: region.name })}>
                      {region.name}
                    </Link>
                    {!region.active && (
                      <Text span size="xs" c="dimmed" ml={6}>
                        {t('common.inactive')}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td visibleFrom="sm">{region.code}</Table.Td>
                  <Table.Td className={styles.name}>
                    <Link className="plain-link" to={`/units/${region.unit.id}`}>
                      {region.unit.name}
                    </Link>
                  </Table.Td>
                  {regionFactors.map((factor) => (
                    <Table.Td key={factor} ta="end" className="number" visibleFrom="md">
                      {region.profile[factor]}
                    </Table.Td>
                  ))}
                  <Table.Td ta="end" className="number" visibleFrom="sm">
                    {groupDecimal(region.developmentWeight)}
                  </Table.Td>
                  {mayChange && (
                    <Table.Td ta="end">
                      <ActionIcon variant="subtle" color="gray.7" aria-label={t('territory.editOf', { name: region.name })} onClick={() => setEditing(region)}>
                        <Icon name="edit" />
                      </ActionIcon>
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </div>
      {editing && <RegionDrawer region={editing === 'new' ? null : editing} onDone={reload} onClose={() => setEditing(null)} />}
    </PageFrame>
  );
}
