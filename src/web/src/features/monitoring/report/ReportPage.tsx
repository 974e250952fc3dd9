import { Group, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices } from '../../../components/useChoices';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { usePerson } from '../../organization/pickers/usePerson';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles } from '../../planning/cycles/useCycles';
import { ReportView } from './ReportView';

type Whose = 'mine' | 'person' | 'unit';

/** What a member fills in at a month's end: the figures of his objectives, or of those whom he leads. */
export function ReportPage() {
  const { t } = useTranslation();
  const { viewer, organization, ledUnitIds } = useWorkspace();
  const [params, choose] = useChoices();
  const { cycles, cycle: current, isLoading, error, reload } = useCycles(params.get('cycle'));
  const open = cycles.filter(({ status }) => status === 'EXECUTION' || status === 'APPRAISAL');
  const cycle = open.find((one) => one.id === current?.id) ?? open[0];
  const me = viewer.person.id;
  const unitId = params.get('unit');
  const ownerId = unitId ? null : (params.get('owner') ?? me);
  const whose: Whose = unitId ? 'unit' : ownerId === me && !params.has('person') ? 'mine' : 'person';
  const isExecutive = viewer.roles.includes('EXECUTIVE');
  const leads = isExecutive || ledUnitIds.size > 0;
  const notLed = isExecutive ? undefined : new Set(organization.units.filter((unit) => !ledUnitIds.has(unit.id)).map((unit) => unit.id));
  const person = usePerson(whose === 'person' ? ownerId : null);

  function chooseWhose(next: Whose) {
    const ownUnit = ledUnitIds.has(viewer.person.unit.id) || isExecutive ? viewer.person.unit.id : ([...ledUnitIds][0] ?? null);
    if (next === 'mine') choose({ owner: null, unit: null, person: null });
    else if (next === 'person') choose({ unit: null, person: '1' });
    else choose({ owner: null, person: null, unit: ownUnit });
  }

  return (
    <PageFrame title={t('report.title')} subtitle={t('report.hint')}>
      {isLoading && <LoadingRows />}
      {error && <FailureState error={error} onRetry={reload} />}
      {!isLoading && !error && !cycle && <EmptyState icon="calendar" title={t('report.noCycle')} hint={t('report.noCycleHint')} />}
      {cycle && (
        <>
          <Group gap="xs" mb="sm" align="flex-end" role="toolbar" aria-label={t('report.tools')}>
            {open.length > 1 && (
              <Select
                size="xs"
                w={190}
                aria-label={t('tree.cycle')}
                allowDeselect={false}
                data={open.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
                value={cycle.id}
                onChange={(id) => choose({ cycle: id })}
              />
            )}
            {leads && (
              <SegmentedControl
                size="xs"
                aria-label={t('report.whose.label')}
                data={(['mine', 'person', 'unit'] as const).map((value) => ({ value, label: t(`report.whose.${value}`) }))}
                value={whose}
                onChange={(value) => chooseWhose(value)}
              />
            )}
            {whose === 'person' && <PersonPicker label={t('report.whose.person')} value={person} onChange={(choice) => choose({ owner: choice?.id ?? null, person: '1' })} />}
            {whose === 'unit' && <UnitPicker size="xs" aria-label={t('report.whose.unit')} value={unitId} onChange={(id) => id && choose({ unit: id })} without={notLed} clearable={false} />}
          </Group>
          <ReportView key={`${cycle.id} ${unitId ?? ownerId ?? ''}`} cycle={cycle} ownerId={ownerId} unitId={unitId} />
        </>
      )}
    </PageFrame>
  );
}
