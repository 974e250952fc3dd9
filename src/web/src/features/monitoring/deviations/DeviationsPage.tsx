import { Group, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLive } from '../../../api/useLive';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { takesActuals } from '../../planning/cycles/cycle';
import { useCycles, type CycleChoice } from '../../planning/cycles/useCycles';
import { DeviationColumn } from './DeviationColumn';
import { DeviationDrawer } from './DeviationDrawer';
import { DeviationOpened, severities, statuses, statusesOf } from './deviations';
import styles from './Deviations.module.css';

/** All that lags or stands in the way of a cycle's objectives, by what it endangers. */
export function DeviationsPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { cycles, cycle: current, isLoading, error, reload } = useCycles(params.get('cycle'));
  const followed = cycles.filter(({ status }) => takesActuals(status));
  const cycle = followed.find((one) => one.id === current?.id) ?? followed[0];
  return (
    <PageFrame title={t('deviations.title')} subtitle={t('deviations.hint')}>
      {isLoading && <LoadingRows />}
      {error && <FailureState error={error} onRetry={reload} />}
      {!isLoading && !error && !cycle && <EmptyState icon="calendar" title={t('deviations.noCycle')} hint={t('deviations.noCycleHint')} />}
      {cycle && <Board key={cycle.id} cycle={cycle} cycles={followed} />}
    </PageFrame>
  );
}

interface BoardProps {
  cycle: CycleChoice;
  cycles: readonly CycleChoice[];
}

function Board({ cycle, cycles }: BoardProps) {
  const { t } = useTranslation();
  const { viewer, organization } = useWorkspace();
  const [params, setParams] = useSearchParams();
  const [news, setNews] = useState(0);
  const unitId = params.get('unit');
  const isMine = params.get('whose') === 'mine';
  const choice = params.get('status');
  const opened = params.get('deviation');
  const filter = { status: statusesOf(choice), ownerId: isMine ? viewer.person.id : null, unitId, includeSubunits: unitId !== null };

  const again = () => setNews((n) => n + 1);
  const heard = unitId ?? organization.root?.id;
  useLive({ query: DeviationOpened, variables: { unitId: heard ?? '' }, pause: heard === undefined, onData: again, onResume: again });

  const choose = (name: string, value: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  return (
    <>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('deviations.tools')}>
        {cycles.length > 1 && (
          <Select
            size="xs"
            w={190}
            aria-label={t('tree.cycle')}
            allowDeselect={false}
            data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
            value={cycle.id}
            onChange={(id) => choose('cycle', id)}
          />
        )}
        <UnitPicker size="xs" aria-label={t('deviations.unit')} placeholder={t('deviations.allUnits')} clearable value={unitId} onChange={(id) => choose('unit', id)} />
        <SegmentedControl
          size="xs"
          aria-label={t('deviations.whose.label')}
          data={(['all', 'mine'] as const).map((value) => ({ value, label: t(`deviations.whose.${value}`) }))}
          value={isMine ? 'mine' : 'all'}
          onChange={(value) => choose('whose', value === 'mine' ? value : null)}
        />
        <Select
          size="xs"
          w={140}
          aria-label={t('deviations.status')}
          allowDeselect={false}
          data={[{ value: 'notClosed', label: t('deviations.notClosed') }, ...statuses.map((value) => ({ value, label: t(`enums.DeviationStatus.${value}`) })), { value: 'all', label: t('deviations.all') }]}
          value={statuses.some((one) => one === choice) || choice === 'all' ? choice : 'notClosed'}
          onChange={(value) => choose('status', value === 'notClosed' ? null : value)}
        />
      </Group>
      <div className={styles.board}>
        {severities.map((severity) => (
          <DeviationColumn key={severity} cycleId={cycle.id} severity={severity} filter={filter} news={news} onOpen={(id) => choose('deviation', id)} />
        ))}
      </div>
      {opened && <DeviationDrawer key={opened} deviationId={opened} onDone={again} onClose={() => choose('deviation', null)} />}
    </>
  );
}
