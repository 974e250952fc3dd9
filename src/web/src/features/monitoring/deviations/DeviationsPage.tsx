import { Group, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../api/useLive';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices } from '../../../components/useChoices';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { CycleSelect } from '../../planning/cycles/CycleSelect';
import { FollowedCycles } from '../../planning/cycles/FollowedCycles';
import type { CycleChoice } from '../../planning/cycles/useCycles';
import { DeviationColumn } from './DeviationColumn';
import { DeviationDrawer } from './DeviationDrawer';
import { DeviationChanged, severities, statuses, statusesOf } from './deviations';
import styles from './Deviations.module.css';

/** All that lags or stands in the way of a cycle's objectives, by what it endangers. */
export function DeviationsPage() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('deviations.title')} subtitle={t('deviations.hint')}>
      <FollowedCycles noCycleHint={t('deviations.noCycleHint')}>{(cycle, cycles) => <Board key={cycle.id} cycle={cycle} cycles={cycles} />}</FollowedCycles>
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
  const [params, choose] = useChoices();
  const [news, setNews] = useState(0);
  const unitId = params.get('unit');
  const isMine = params.get('whose') === 'mine';
  const choice = params.get('status');
  const opened = params.get('deviation');
  const filter = { status: statusesOf(choice), ownerId: isMine ? viewer.person.id : null, unitId, includeSubunits: unitId !== null };

  const again = () => setNews((n) => n + 1);
  const heard = unitId ?? organization.root?.id;
  useLive({ query: DeviationChanged, variables: { unitId: heard ?? '' }, pause: heard === undefined, onData: again, onResume: again });

  return (
    <>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('deviations.tools')}>
        <CycleSelect cycles={cycles} value={cycle.id} onChange={(id) => choose({ cycle: id })} />
        <UnitPicker size="xs" aria-label={t('deviations.unit')} placeholder={t('deviations.allUnits')} clearable value={unitId} onChange={(id) => choose({ unit: id })} />
        <SegmentedControl
          size="xs"
          aria-label={t('deviations.whose.label')}
          data={(['all', 'mine'] as const).map((value) => ({ value, label: t(`deviations.whose.${value}`) }))}
          value={isMine ? 'mine' : 'all'}
          onChange={(value) => choose({ whose: value === 'mine' ? value : null })}
        />
        <Select
          size="xs"
          w={140}
          aria-label={t('deviations.status')}
          allowDeselect={false}
          data={[{ value: 'notClosed', label: t('deviations.notClosed') }, ...statuses.map((value) => ({ value, label: t(`enums.DeviationStatus.${value}`) })), { value: 'all', label: t('deviations.all') }]}
          value={statuses.some((one) => one === choice) || choice === 'all' ? choice : 'notClosed'}
          onChange={(value) => choose({ status: value === 'notClosed' ? null : value })}
        />
      </Group>
      <div className={styles.board}>
        {severities.map((severity) => (
          <DeviationColumn key={severity} cycleId={cycle.id} severity={severity} filter={filter} news={news} onOpen={(id) => choose({ deviation: id })} />
        ))}
      </div>
      {opened && <DeviationDrawer key={opened} deviationId={opened} onDone={again} onClose={() => choose({ deviation: null })} />}
    </>
  );
}
