import { Button, Group, SegmentedControl, Select, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices } from '../../../components/useChoices';
import { groupDecimal } from '../../../format/decimal';
import { tellAgendaChanged } from '../../platform/agenda/agenda';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { AssessReadinessDrawer } from './AssessReadinessDrawer';
import { ReadinessBadge } from './ReadinessBadge';
import { ReadinessOverviewQuery, readinessStates, type OverviewRow } from './readiness';
import { WaiveReadinessDrawer } from './WaiveReadinessDrawer';

/** Who is ready to commit: those whom the viewer leads, or the people of a unit. */
export function ReadinessPage() {
  const { t } = useTranslation();
  const { viewer, organization } = useWorkspace();
  const [params, choose] = useChoices();
  const [doing, setDoing] = useState<{ what: 'assess' | 'waive'; person: OverviewRow['person'] } | null>(null);
  const leads = viewer.roles.includes('LEADER') || viewer.roles.includes('EXECUTIVE');
  const state = readinessStates.find((one) => one === params.get('state')) ?? null;
  const asked = params.get('unit');
  const firstUnit = viewer.roles.some((role) => role === 'HR' || role === 'AUDITOR' || role === 'EXECUTIVE') ? (organization.root?.id ?? viewer.person.unit.id) : viewer.person.unit.id;
  const unitId = asked ?? (leads ? null : firstUnit);
  const pages = useConnection({ query: ReadinessOverviewQuery, variables: { unitId, state }, pageSize: 50, of: (data) => data.readinessOverview });
  const rows = pages.nodes;
  const again = () => {
    pages.reload();
    tellAgendaChanged();
  };
  return (
    <PageFrame title={t('readiness.title')} subtitle={t('readiness.hint')}>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('readiness.tools')}>
        {leads && (
          <SegmentedControl
            size="xs"
            aria-label={t('readiness.whose')}
            data={[{ value: 'mine', label: t('readiness.mine') }, { value: 'unit', label: t('readiness.unit') }]}
            value={unitId ? 'unit' : 'mine'}
            onChange={(value) => choose({ unit: value === 'unit' ? firstUnit : null })}
          />
        )}
        {unitId && <UnitPicker size="xs" aria-label={t('readiness.unit')} value={unitId} onChange={(id) => id && choose({ unit: id })} />}
        <Select
          size="xs"
          w={150}
          aria-label={t('readiness.state')}
          placeholder={t('readiness.allStates')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={readinessStates.map((one) => ({ value: one, label: t(`readiness.states.${one}`) }))}
          value={state}
          onChange={(value) => choose({ state: value })}
        />
        {rows && (
          <Text size="xs" c="dimmed" role="status">
            {t('readiness.count', { count: pages.totalCount })}
            {rows[0] && ` · ${t('readiness.threshold', { threshold: groupDecimal(rows[0].threshold) })}`}
          </Text>
        )}
      </Group>
      {!rows && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {rows?.length === 0 && <EmptyState icon="people" title={t('readiness.none')} hint={t('readiness.noneHint')} />}
      {rows && rows.length > 0 && (
        <div className="surface">
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('readiness.person')}</Table.Th>
                <Table.Th>{t('readiness.state')}</Table.Th>
                <Table.Th visibleFrom="sm" ta="end">
                  {t('readiness.managementKnowledge')}
                </Table.Th>
                <Table.Th visibleFrom="sm" ta="end">
                  {t('readiness.selfManagement')}
                </Table.Th>
                <Table.Th visibleFrom="md">{t('readiness.assessedBy')}</Table.Th>
                <Table.Th visibleFrom="sm">
                  <span className="visually-hidden">{t('common.actions')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <ReadinessRow key={row.person.id} row={row} onDo={(what) => setDoing({ what, person: row.person })} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <MoreButton pages={pages} />
      {doing?.what === 'assess' && <AssessReadinessDrawer personId={doing.person.id} onDone={again} onClose={() => setDoing(null)} />}
      {doing?.what === 'waive' && <WaiveReadinessDrawer person={doing.person} onDone={again} onClose={() => setDoing(null)} />}
    </PageFrame>
  );
}

function ReadinessRow({ row, onDo }: { row: OverviewRow; onDo: (what: 'assess' | 'waive') => void }) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { person, state } = row;
  const { readiness, viewerMayDevelop: may } = person;
  const actions = (
    <Group gap={6} wrap="nowrap">
      {state === 'NOT_READY' && may.includes('WAIVE_READINESS') && (
        <Button size="compact-sm" variant="default" aria-label={t('readiness.waiveOf', { name: person.name })} onClick={() => onDo('waive')}>
          {t('readiness.waive')}
        </Button>
      )}
      {may.includes('ASSESS_READINESS') && (
        <Button size="compact-sm" variant={state === 'NOT_ASSESSED' ? 'filled' : 'default'} aria-label={t('readiness.assessOf', { name: person.name })} onClick={() => onDo('assess')}>
          {t('readiness.assess')}
        </Button>
      )}
    </Group>
  );
  return (
    <Table.Tr data-person={person.employeeNumber} data-state={state}>
      <Table.Td>
        <Link className="plain-link" to={`/development/${person.id}`}>
          {person.name}
        </Link>
        <Text size="xs" c="dimmed">
          <span className="number">{person.employeeNumber}</span> · {person.unit.name}
        </Text>
        {readiness && (
          <Text size="xs" hiddenFrom="sm">
            {t('readiness.managementKnowledge')} {readiness.managementKnowledge} · {t('readiness.selfManagement')} {readiness.selfManagement}
          </Text>
        )}
        <Group hiddenFrom="sm" mt={4}>
          {actions}
        </Group>
      </Table.Td>
      <Table.Td>
        <ReadinessBadge state={state} />
        {readiness?.trainedAt && (
          <Text size="xs" c="dimmed">
            {t('readiness.trainedOn', { at: instant(readiness.trainedAt) })}
          </Text>
        )}
        {readiness?.waiver && (
          <Text size="xs" c="dimmed">
            {t('readiness.waivedOf')} · {readiness.waiver.by.name}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm" ta="end" className="number">
        {readiness?.managementKnowledge ?? '—'}
      </Table.Td>
      <Table.Td visibleFrom="sm" ta="end" className="number">
        {readiness?.selfManagement ?? '—'}
      </Table.Td>
      <Table.Td visibleFrom="md">
        {readiness && (
          <>
            {readiness.assessedBy.name}
            <Text size="xs" c="dimmed">
              {instant(readiness.assessedAt)}
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Group justify="flex-end">{actions}</Group>
      </Table.Td>
    </Table.Tr>
  );
}
