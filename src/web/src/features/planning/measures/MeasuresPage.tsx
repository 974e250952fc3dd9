import { ActionIcon, Button, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { SearchField } from '../../../components/SearchField';
import { useChoices } from '../../../components/useChoices';
import { useWorkspace } from '../../organization/workspace/workspace';
import { MeasureDrawer } from './MeasureDrawer';

const MeasuresQuery = graphql(`
  query Measures {
    measures {
      id
      code
      name
      unitOfMeasure
      direction
      aggregation
      decimals
    }
  }
`);

export type MeasureRowData = ResultOf<typeof MeasuresQuery>['measures'][number];

export function MeasuresPage() {
  const { t } = useTranslation();
  const { may } = useWorkspace();
  const [editing, setEditing] = useState<MeasureRowData | 'new' | null>(null);
  const [params, choose] = useChoices();
  const text = params.get('q') ?? '';
  const [{ data, error }, read] = useQuery({ query: MeasuresQuery });
  const reload = () => read({ requestPolicy: 'network-only' });
  const words = text.toLocaleLowerCase().split(/\s+/);
  const measures = data?.measures.filter((measure) => words.every((word) => `${measure.code} ${measure.name}`.toLocaleLowerCase().includes(word)));
  const mayChange = may('manageMeasures');
  return (
    <PageFrame
      title={t('measures.title')}
      subtitle={t('measures.hint')}
      actions={
        mayChange && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setEditing('new')}>
            {t('measures.add')}
          </Button>
        )
      }
    >
      <div className="surface">
        <Group p="xs" style={{ borderBottom: '1px solid var(--line)' }}>
          <SearchField label={t('measures.search')} text={text} onChange={(value) => choose({ q: value }, { replace: true })} />
        </Group>
        {!measures && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />)}
        {measures?.length === 0 && <EmptyState icon="gauge" title={t('measures.none')} />}
        {measures && measures.length > 0 && (
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('measures.name')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('measures.code')}</Table.Th>
                <Table.Th>{t('measures.unitOfMeasure')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('measures.direction')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('measures.aggregation')}</Table.Th>
                <Table.Th visibleFrom="sm" ta="end">
                  {t('measures.decimals')}
                </Table.Th>
                {mayChange && (
                  <Table.Th>
                    <span className="visually-hidden">{t('common.actions')}</span>
                  </Table.Th>
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {measures.map((measure) => (
                <Table.Tr key={measure.id}>
                  <Table.Td>{measure.name}</Table.Td>
                  <Table.Td visibleFrom="sm">{measure.code}</Table.Td>
                  <Table.Td>{measure.unitOfMeasure}</Table.Td>
                  <Table.Td visibleFrom="sm">{t(`enums.MeasureDirection.${measure.direction}`)}</Table.Td>
                  <Table.Td visibleFrom="sm">{t(`enums.Aggregation.${measure.aggregation}`)}</Table.Td>
                  <Table.Td visibleFrom="sm" ta="end" className="number">
                    {measure.decimals}
                  </Table.Td>
                  {mayChange && (
                    <Table.Td ta="end">
                      <ActionIcon variant="subtle" color="gray.7" aria-label={t('measures.editOf', { name: measure.name })} onClick={() => setEditing(measure)}>
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
      {editing && <MeasureDrawer measure={editing === 'new' ? null : editing} onDone={reload} onClose={() => setEditing(null)} />}
    </PageFrame>
  );
}
