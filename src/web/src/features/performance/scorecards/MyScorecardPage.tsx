import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import type { Choice } from '../../../components/RemoteSelect';
import { useChoices } from '../../../components/useChoices';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles } from '../../planning/cycles/useCycles';
import { ItemsDrawer } from './ItemsDrawer';
import { CardOfPersonQuery } from './scorecards';
import { ScorecardView } from './ScorecardView';

/** One's own scorecard of a cycle; and of whom one leads, or of anyone for HR, theirs. */
export function MyScorecardPage() {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [params, choose] = useChoices();
  const { cycles, cycle, isLoading, error, reload } = useCycles(params.get('cycle'));
  const [picked, setPicked] = useState<Choice | null>(null);
  const [isMaking, setMaking] = useState(false);
  const personId = params.get('person') ?? viewer.person.id;
  const [{ data, error: failure, fetching }, read] = useQuery({ query: CardOfPersonQuery, variables: { cycleId: cycle?.id ?? '', personId }, pause: !cycle });
  const again = () => read({ requestPolicy: 'network-only' });
  if (isLoading) return <LoadingRows />;
  if (error) return <FailureState error={error} onRetry={reload} />;
  const isOwn = personId === viewer.person.id;
  const seesOthers = viewer.roles.some((role) => role === 'LEADER' || role === 'HR' || role === 'AUDITOR' || role === 'EXECUTIVE');
  if (!cycle) {
    return (
      <PageFrame title={t('scorecards.mine')}>
        <EmptyState icon="calendar" title={t('cycles.none')} />
      </PageFrame>
    );
  }
  const card = data?.scorecard;
  const tools = (
    <Group gap="xs" mb="sm" role="toolbar" aria-label={t('scorecards.tools')} className="no-print" align="flex-end">
      <Select
        w={220}
        label={t('scorecards.cycle')}
        allowDeselect={false}
        data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
        value={cycle.id}
        onChange={(id) => id && choose({ cycle: id })}
      />
      {seesOthers && (
        <div style={{ width: 260 }}>
          <PersonPicker
            label={t('scorecards.whose')}
            placeholder={t('scorecards.myOwn')}
            value={isOwn ? null : (picked ?? (card ? { id: personId, label: card.person.name } : null))}
            onChange={(choice) => {
              setPicked(choice);
              choose({ person: choice?.id ?? null });
            }}
          />
        </div>
      )}
    </Group>
  );
  if (card) return <ScorecardView key={card.id} card={card} tools={tools} onChanged={again} />;
  const name = picked?.label;
  return (
    <PageFrame title={isOwn || !name ? t('scorecards.mine') : t('scorecards.of', { name })}>
      {tools}
      {!data && failure && <FailureState error={failure} onRetry={again} />}
      {!data && !failure && <LoadingRows />}
      {data && !fetching && (
        <EmptyState icon="list" title={t(isOwn ? 'scorecards.noneMine' : 'scorecards.noneOf')} hint={t('scorecards.noneHint')}>
          {viewer.roles.includes('HR') && cycle.status !== 'CLOSED' && (
            <Button mt="xs" onClick={() => setMaking(true)}>
              {t('scorecards.make')}
            </Button>
          )}
        </EmptyState>
      )}
      {isMaking && <ItemsDrawer cycleId={cycle.id} person={{ id: personId, name: isOwn ? viewer.person.name : (name ?? '') }} card={null} onDone={again} onClose={() => setMaking(false)} />}
    </PageFrame>
  );
}
