import { ActionIcon, Button, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { groupDecimal } from '../../../format/decimal';
import { UnitPicker } from '../pickers/UnitPicker';
import { useWorkspace } from '../workspace/workspace';
import { PositionDrawer } from './PositionDrawer';
import styles from './Positions.module.css';
import { PositionsQuery, type PositionData } from './savePosition';

export function PositionsPage() {
  const { t } = useTranslation();
  const { may, viewer } = useWorkspace();
  const [params, setParams] = useSearchParams();
  const unitId = params.get('unit') ?? viewer.person.unit.id;
  const [editing, setEditing] = useState<PositionData | 'new' | null>(null);
  const [{ data, error }, read] = useQuery({ query: PositionsQuery, variables: { unitId } });
  const reload = () => read({ requestPolicy: 'network-only' });
  const positions = data?.positions;
  const mayChange = may('manageOrganization');
  return (
    <PageFrame
      title={t('positions.title')}
      actions={
        mayChange && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setEditing('new')}>
            {t('positions.add')}
          </Button>
        )
      }
    >
      <div className="surface">
        <Group p="xs" style={{ borderBottom: '1px solid var(--line)' }}>
          <div style={{ width: 280 }}>
            <UnitPicker size="xs" aria-label={t('positions.unit')} value={unitId} onChange={(id) => id && setParams({ unit: id }, { replace: true })} />
          </div>
        </Group>
        {!positions && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />)}
        {positions?.length === 0 && <EmptyState icon="person" title={t('positions.none')} hint={t('positions.noneHint')} />}
        {positions && positions.length > 0 && (
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th className={styles.name}>{t('positions.position')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('positions.code')}</Table.Th>
                <Table.Th className={styles.name}>{t('positions.incumbents')}</Table.Th>
                <Table.Th visibleFrom="sm" className={styles.name}>
                  {t('positions.region')}
                </Table.Th>
                <Table.Th visibleFrom="md">{t('positions.responsibilities')}</Table.Th>
                <Table.Th visibleFrom="sm" ta="end">
                  {t('positions.relativeStrength')}
                </Table.Th>
                {mayChange && (
                  <Table.Th>
                    <span className="visually-hidden">{t('common.actions')}</span>
                  </Table.Th>
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {positions.map((position) => (
                <Table.Tr key={position.id}>
                  <Table.Td className={styles.name}>{position.title}</Table.Td>
                  <Table.Td visibleFrom="sm" className="number">
                    {position.code}
                  </Table.Td>
                  <Table.Td>
                    {position.incumbents.map((person, index) => (
                      <span key={person.id}>
                        {index > 0 && ', '}
                        <Link className={`plain-link ${styles.name}`} to={`/people/${person.id}`}>
                          {person.name}
                        </Link>
                      </span>
                    ))}
                  </Table.Td>
                  <Table.Td visibleFrom="sm" className={styles.name}>
                    {position.region?.name}
                  </Table.Td>
                  <Table.Td visibleFrom="md">{position.responsibilities.map((duty) => duty.text).join(' · ')}</Table.Td>
                  <Table.Td visibleFrom="sm" ta="end" className="number">
                    {groupDecimal(position.relativeStrength)}
                  </Table.Td>
                  {mayChange && (
                    <Table.Td ta="end">
                      <ActionIcon variant="subtle" color="gray.7" aria-label={t('positions.editOf', { title: position.title })} onClick={() => setEditing(position)}>
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
      {editing && <PositionDrawer position={editing === 'new' ? null : editing} unitId={unitId} onDone={reload} onClose={() => setEditing(null)} />}
    </PageFrame>
  );
}
