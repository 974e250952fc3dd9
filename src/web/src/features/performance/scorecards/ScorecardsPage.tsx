import { Button, Checkbox, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { SearchField } from '../../../components/SearchField';
import { useChoices, type Choices } from '../../../components/useChoices';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles } from '../../planning/cycles/useCycles';
import { CardTable } from './CardTable';
import { CardsQuery, CountsQuery } from './cards';
import { MakeOneDrawer } from './MakeOneDrawer';
import { RulesDrawer } from './RulesDrawer';
import { statuses, type CardStatus } from './scorecards';
import styles from './Scorecards.module.css';

/** A cycle's scorecards: for HR all of them, for leaders those of their people. */
export function ScorecardsPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { cycle, cycles, isLoading, error, reload } = useCycles(params.get('cycle'));
  if (isLoading) return <LoadingRows />;
  if (error) return <FailureState error={error} onRetry={reload} />;
  if (!cycle) {
    return (
      <PageFrame title={t('scorecards.title')}>
        <EmptyState icon="calendar" title={t('cycles.none')} />
      </PageFrame>
    );
  }
  return <Cards cycle={cycle} cycles={cycles} />;
}

type Cycles = ReturnType<typeof useCycles>['cycles'];

function Cards({ cycle, cycles }: { cycle: Cycles[number]; cycles: Cycles }) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [params, choose] = useChoices();
  const [doing, setDoing] = useState<'one' | 'rules' | null>(null);
  const unitId = params.get('unit');
  const isWithBelow = params.get('below') !== '0';
  const status = statuses.find((one) => one === params.get('status')) ?? null;
  const text = params.get('q') ?? '';
  const whose = { unitId, includeSubunits: unitId ? isWithBelow : null, text: text.trim() === '' ? null : text.trim() };
  const filter = { ...whose, status: status ? [status] : null };
  const pages = useConnection({ query: CardsQuery, variables: { cycleId: cycle.id, filter }, pageSize: 50, of: (data) => data.scorecards });
  const [{ data: counts }, readCounts] = useQuery({ query: CountsQuery, variables: { cycleId: cycle.id, ...whose } });
  const isHr = viewer.roles.includes('HR');
  const set = (changes: Choices) => choose(changes, { replace: true });
  const done = () => {
    pages.reload();
    readCounts({ requestPolicy: 'network-only' });
  };
  const total = counts && statuses.reduce((sum, one) => sum + counts[one].totalCount, 0);
  return (
    <PageFrame
      title={t('scorecards.title')}
      subtitle={t('scorecards.gridHint')}
      actions={
        isHr && (
          <>
            <Button variant="default" leftSection={<Icon name="gauge" />} onClick={() => setDoing('rules')}>
              {t('scorecards.rules')}
            </Button>
            {cycle.status !== 'CLOSED' && (
              <>
                <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setDoing('one')}>
                  {t('scorecards.makeOne')}
                </Button>
                <Button component={Link} to={`/scorecards/make?cycle=${cycle.id}`} leftSection={<Icon name="list" />}>
                  {t('scorecards.makeMany')}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      <div className="surface">
        <Group gap="xs" p="xs" role="search" style={{ borderBottom: '1px solid var(--line)' }}>
          <Select
            size="xs"
            w={190}
            aria-label={t('scorecards.cycle')}
            allowDeselect={false}
            data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
            value={cycle.id}
            onChange={(id) => id && set({ cycle: id })}
          />
          <SearchField label={t('people.search')} text={text} onChange={(value) => set({ q: value })} />
          <div style={{ width: 230 }}>
            <UnitPicker size="xs" aria-label={t('people.unit')} placeholder={t('people.anyUnit')} clearable value={unitId} onChange={(id) => set({ unit: id })} />
          </div>
          {unitId && <Checkbox size="xs" label={t('scorecards.withBelow')} checked={isWithBelow} onChange={(event) => set({ below: event.currentTarget.checked ? null : '0' })} />}
        </Group>
        <div role="group" aria-label={t('scorecards.byStatus')} className={styles.chips}>
          {([null, ...statuses] as (CardStatus | null)[]).map((one) => {
            const count = one === null ? total : counts?.[one].totalCount;
            return (
              <button key={one ?? 'all'} type="button" className={styles.chip} aria-pressed={status === one} onClick={() => set({ status: one })}>
                {one === null ? t('scorecards.all') : t(`enums.ScorecardStatus.${one}`)} <span className="number">{count ?? '…'}</span>
              </button>
            );
          })}
        </div>
        {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
        {pages.nodes?.length === 0 && whose.text && <EmptyState icon="search" title={t('common.nothingFound')} />}
        {pages.nodes?.length === 0 && !whose.text && <EmptyState icon="list" title={t('scorecards.none')} hint={t(isHr ? 'scorecards.noneHrHint' : 'scorecards.noneHint')} />}
        {pages.nodes && pages.nodes.length > 0 && <CardTable cards={pages.nodes} cycleId={cycle.id} isReading={pages.isReading} onDone={done} />}
        <MoreButton pages={pages} />
      </div>
      {doing === 'one' && <MakeOneDrawer cycleId={cycle.id} onDone={done} onClose={() => setDoing(null)} />}
      {doing === 'rules' && <RulesDrawer onClose={() => setDoing(null)} />}
    </PageFrame>
  );
}
