import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices } from '../../../components/useChoices';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { CycleSelect } from '../../planning/cycles/CycleSelect';
import { FollowedCycles } from '../../planning/cycles/FollowedCycles';
import type { CycleChoice } from '../../planning/cycles/useCycles';
import styles from './Control.module.css';
import { FollowUpDrawer } from './FollowUpDrawer';
import { PointCard } from './PointCard';
import { PointDrawer } from './PointDrawer';
import { ControlPointsQuery, statuses, statusesOf, type ControlPointStatus } from './points';
import { ReportDrawer } from './ReportDrawer';

type Whose = 'mine' | 'reports' | 'unit';

/** The days at which objectives are controlled: one's own, those of one's people, or a unit's. */
export function ControlPage() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('control.title')} subtitle={t('control.hint')}>
      <FollowedCycles noCycleHint={t('control.noCycleHint')}>{(cycle, cycles) => <Points key={cycle.id} cycle={cycle} cycles={cycles} />}</FollowedCycles>
    </PageFrame>
  );
}

interface PointsProps {
  cycle: CycleChoice;
  cycles: readonly CycleChoice[];
}

function Points({ cycle, cycles }: PointsProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const { viewer, ledUnitIds } = useWorkspace();
  const [params, choose] = useChoices();
  const [doing, setDoing] = useState<{ kind: 'report' | 'followUp'; id: string } | null>(null);
  const leads = ledUnitIds.size > 0 || viewer.roles.includes('EXECUTIVE');
  const unitId = params.get('unit');
  const whose: Whose = unitId ? 'unit' : params.get('whose') === 'reports' ? 'reports' : 'mine';
  const choice = params.get('status') ?? 'open';
  const [from, until] = [params.get('from'), params.get('until')];
  const me = viewer.person.id;
  const filter = {
    status: statusesOf(choice) as ControlPointStatus[] | null,
    ownerId: whose === 'mine' ? me : null,
    superiorId: whose === 'reports' ? me : null,
    unitId,
    includeSubunits: unitId !== null,
    from,
    until,
  };
  // Of a great unit's points counting those in some state takes far longer than showing a page of them.
  const pages = useConnection({ query: ControlPointsQuery, variables: { cycleId: cycle.id, filter, counted: whose !== 'unit' }, pageSize: 20, of: (data) => data.controlPoints });

  function chooseWhose(next: Whose) {
    const own = viewer.person.unit.id;
    if (next === 'mine') choose({ unit: null, whose: null });
    else if (next === 'reports') choose({ unit: null, whose: 'reports' });
    else choose({ whose: null, unit: ledUnitIds.has(own) ? own : ([...ledUnitIds][0] ?? own) });
  }

  const day = (name: 'from' | 'until', value: string | null) => (
    <DateInput
      {...dayProps}
      size="xs"
      w={132}
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      valueFormat="YYYY-MM-DD"
      aria-label={t(`control.${name}`)}
      placeholder={t(`control.${name}`)}
      minDate={cycle.start}
      maxDate={cycle.end}
      value={value}
      onChange={(chosen) => choose({ [name]: chosen })}
    />
  );
  const opened = params.get('point');
  return (
    <>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('control.tools')}>
        <CycleSelect cycles={cycles} value={cycle.id} onChange={(id) => choose({ cycle: id, from: null, until: null })} />
        <SegmentedControl
          size="xs"
          aria-label={t('control.whose.label')}
          data={(leads ? (['mine', 'reports', 'unit'] as const) : (['mine', 'unit'] as const)).map((value) => ({ value, label: t(`control.whose.${value}`) }))}
          value={whose}
          onChange={(value) => chooseWhose(value)}
        />
        {whose === 'unit' && <UnitPicker size="xs" aria-label={t('control.whose.unit')} value={unitId} onChange={(id) => id && choose({ unit: id })} clearable={false} />}
        <Select
          size="xs"
          w={150}
          aria-label={t('control.status')}
          allowDeselect={false}
          data={[{ value: 'open', label: t('control.open') }, ...statuses.map((value) => ({ value, label: t(`enums.ControlPointStatus.${value}`) })), { value: 'all', label: t('control.all') }]}
          value={statuses.some((one) => one === choice) || choice === 'all' ? choice : 'open'}
          onChange={(value) => choose({ status: value === 'open' ? null : value })}
        />
        <DayLanguage>
          {day('from', from)}
          {day('until', until)}
        </DayLanguage>
        {pages.nodes && pages.totalCount > 0 && (
          <Text size="xs" c="dimmed" role="status">
            {t('control.count', { count: pages.totalCount })}
          </Text>
        )}
      </Group>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="check" title={t('control.none')} hint={t('control.noneHint')} />}
      {pages.nodes && pages.nodes.length > 0 && (
        <ul className={`surface ${styles.list}`} aria-label={t('control.title')}>
          {pages.nodes.map((point) => (
            <PointCard
              key={point.id}
              point={point}
              onOpen={() => choose({ point: point.id })}
              onReport={() => setDoing({ kind: 'report', id: point.id })}
              onFollowUp={() => point.report && setDoing({ kind: 'followUp', id: point.report.id })}
            />
          ))}
        </ul>
      )}
      <MoreButton pages={pages} />
      {opened && <PointDrawer key={opened} pointId={opened} onDone={pages.reload} onClose={() => choose({ point: null })} />}
      {doing?.kind === 'report' && <ReportDrawer pointId={doing.id} onDone={pages.reload} onClose={() => setDoing(null)} />}
      {doing?.kind === 'followUp' && <FollowUpDrawer reportId={doing.id} onDone={pages.reload} onClose={() => setDoing(null)} />}
    </>
  );
}
