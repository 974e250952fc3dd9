import { Group, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices } from '../../../components/useChoices';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles } from '../../planning/cycles/useCycles';
import { TrainingEffectView } from '../effect/TrainingEffectView';
import { CompetencyList } from './CompetencyList';
import { CompetenciesQuery } from './competencies';
import { MatrixView } from './MatrixView';

type View = 'people' | 'list' | 'effect';

/** What a unit's people can against what is asked of them; the competencies themselves; and what training went along with. */
export function CompetenciesPage() {
  const { t } = useTranslation();
  const { viewer, organization, ledUnitIds } = useWorkspace();
  const [params, choose] = useChoices();
  const { cycle, cycles, isLoading, error, reload } = useCycles(params.get('cycle'));
  const [{ data, error: failure }, read] = useQuery({ query: CompetenciesQuery, requestPolicy: 'cache-and-network' });
  const again = () => read({ requestPolicy: 'network-only' });
  const seesAll = viewer.roles.some((role) => role === 'HR' || role === 'EXECUTIVE' || role === 'AUDITOR');
  const views: View[] = seesAll ? ['people', 'list', 'effect'] : ['people', 'list'];
  const view = views.find((one) => one === params.get('view')) ?? 'people';
  const ownUnit = ledUnitIds.has(viewer.person.unit.id) ? viewer.person.unit.id : ([...ledUnitIds][0] ?? viewer.person.unit.id);
  const unitId = params.get('unit') ?? (seesAll ? organization.root?.id : null) ?? ownUnit;
  const competencies = data?.competencies;
  return (
    <PageFrame title={t('competencies.title')} subtitle={t('competencies.hint')}>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('competencies.tools')}>
        <SegmentedControl size="xs" aria-label={t('competencies.view')} data={views.map((value) => ({ value, label: t(`competencies.views.${value}`) }))} value={view} onChange={(value) => choose({ view: value === 'people' ? null : value })} />
        {view !== 'list' && cycle && (
          <Select
            size="xs"
            w={190}
            aria-label={t('development.cycle')}
            allowDeselect={false}
            data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
            value={cycle.id}
            onChange={(id) => choose({ cycle: id })}
          />
        )}
        {view === 'people' && <UnitPicker size="xs" aria-label={t('competencies.unit')} value={unitId} onChange={(id) => choose({ unit: id })} />}
      </Group>
      {(error ?? (!competencies && failure)) && <FailureState error={error ?? failure} onRetry={error ? reload : again} />}
      {(isLoading || (!competencies && !failure)) && <LoadingRows />}
      {!isLoading && !error && !cycle && <EmptyState icon="calendar" title={t('cycles.none')} />}
      {competencies && view === 'list' && <CompetencyList competencies={competencies} onDone={again} />}
      {competencies && cycle && view === 'people' && <MatrixView key={`${cycle.id} ${unitId}`} cycleId={cycle.id} unitId={unitId} competencies={competencies} />}
      {competencies && cycle && view === 'effect' && <TrainingEffectView cycleId={cycle.id} competencies={competencies} competencyId={params.get('competency')} onChoose={(id) => choose({ competency: id })} />}
    </PageFrame>
  );
}
