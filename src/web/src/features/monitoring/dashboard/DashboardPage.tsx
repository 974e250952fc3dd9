import { Anchor, Breadcrumbs, Group, SegmentedControl, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useMemo, useState } from 'react';
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
import styles from './Dashboard.module.css';
import { DashboardQuery, dimensions, subjectOf, type DashboardRowData, type Dimension } from './dashboard';
import { Row, Whole } from './Rows';
import { WorstDrawer } from './WorstDrawer';

/** How the objectives do by unit, region, customer and person, now or on a past day. */
export function DashboardPage() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('dashboard.title')} subtitle={t('dashboard.hint')}>
      <FollowedCycles noCycleHint={t('control.noCycleHint')}>{(cycle, cycles) => <Figures key={cycle.id} cycle={cycle} cycles={cycles} />}</FollowedCycles>
    </PageFrame>
  );
}

function Figures({ cycle, cycles }: { cycle: CycleChoice; cycles: readonly CycleChoice[] }) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const [params, choose] = useChoices();
  const [opened, setOpened] = useState<DashboardRowData | null>(null);
  const { organization, today } = useWorkspace();
  const by: Dimension = dimensions.find((one) => one === params.get('by')) ?? 'UNIT';
  const [unitId, asOf] = [params.get('unit'), params.get('asOf')];
  const pages = useConnection({
    query: DashboardQuery,
    variables: { cycleId: cycle.id, by, unitId, superiorId: null, asOf },
    pageSize: 30,
    of: (data) => data.dashboard,
  });
  const shownUnitId = unitId ?? organization.units.find((unit) => unit.parent === null)?.id;

  return (
    <>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('dashboard.tools')}>
        <CycleSelect cycles={cycles} value={cycle.id} onChange={(id) => choose({ cycle: id, asOf: null })} />
        <SegmentedControl size="xs" aria-label={t('dashboard.by.label')} data={dimensions.map((value) => ({ value, label: t(`dashboard.by.${value}`) }))} value={by} onChange={(value) => choose({ by: value === 'UNIT' ? null : value })} />
        <UnitPicker size="xs" aria-label={t('dashboard.unit')} placeholder={t('dashboard.company')} value={unitId} onChange={(id) => choose({ unit: id })} />
        <DayLanguage>
          <DateInput
            {...dayProps}
            size="xs"
            w={150}
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            valueFormat="YYYY-MM-DD"
            aria-label={t('dashboard.asOf')}
            placeholder={t('dashboard.asOf')}
            minDate={cycle.start}
            value={asOf}
            onChange={(chosen) => choose({ asOf: chosen })}
          />
        </DayLanguage>
      </Group>
      {by === 'UNIT' && <Place unitId={unitId} onChoose={(id) => choose({ unit: id })} />}
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="gauge" title={t('dashboard.none')} hint={asOf ? t('dashboard.noneThen') : t('dashboard.noneHint')} />}
      {pages.nodes && pages.nodes.length > 0 && (
        <>
          {pages.first && <Whole row={pages.first.dashboard.whole} />}
          <ul className={`surface ${styles.rows}`} aria-label={t(`dashboard.by.${by}`)}>
            {pages.nodes.map((row) => (
              <Row key={subjectOf(row)?.id} row={row} isItself={row.unit?.id === shownUnitId} onUnit={(id) => choose({ unit: id })} onOpen={() => setOpened(row)} />
            ))}
          </ul>
        </>
      )}
      <MoreButton pages={pages} />
      {opened && (
        <WorstDrawer
          key={subjectOf(opened)?.id}
          title={subjectOf(opened)?.name ?? ''}
          cycleId={cycle.id}
          filter={{
            unitId: opened.unit?.id ?? unitId,
            includeSubunits: opened.unit === null || opened.unit.id !== shownUnitId,
            regionId: opened.region?.id ?? null,
            customerId: opened.customer?.id ?? null,
            ownerId: opened.person?.id ?? null,
          }}
          day={asOf && asOf < today ? asOf : null}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

/** The units from the company down to the one that is looked at. */
function Place({ unitId, onChoose }: { unitId: string | null; onChoose: (id: string | null) => void }) {
  const { t } = useTranslation();
  const { organization } = useWorkspace();
  const chain = useMemo(() => {
    const byId = new Map(organization.units.map((unit) => [unit.id, unit]));
    const above = [];
    for (let unit = unitId ? byId.get(unitId) : undefined; unit; unit = unit.parent ? byId.get(unit.parent.id) : undefined) above.unshift(unit);
    return above;
  }, [organization.units, unitId]);
  if (chain.length === 0) return null;
  return (
    <Breadcrumbs mb="sm" aria-label={t('dashboard.place')}>
      {chain.map((unit, index) =>
        index === chain.length - 1 ? (
          <Text key={unit.id} size="sm" aria-current="page">
            {unit.name}
          </Text>
        ) : (
          <Anchor key={unit.id} component="button" size="sm" onClick={() => onChoose(unit.parent ? unit.id : null)}>
            {unit.name}
          </Anchor>
        ),
      )}
    </Breadcrumbs>
  );
}
