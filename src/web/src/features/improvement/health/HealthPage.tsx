import { Group, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { useCycles, type CycleChoice } from '../../planning/cycles/useCycles';
import { EvidenceDrawer } from './EvidenceDrawer';
import { HealthQuery, monthsBetween, states, type FailureCause } from './health';
import styles from './Health.module.css';
import { IndicatorCard } from './IndicatorCard';
import { ScopeTools } from './ScopeTools';
import { StateBadge } from './StateBadge';
import { useHealthScope } from './useHealthScope';

/** Whether management by objectives itself works: the eight causes of failure, each measured. */
export function HealthPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { cycles, cycle, isLoading, error, reload } = useCycles(params.get('cycle'));
  const scope = useHealthScope(params.get('unit'));
  return (
    <PageFrame title={t('health.title')} subtitle={t('health.hint')}>
      {isLoading && <LoadingRows />}
      {error && <FailureState error={error} onRetry={reload} />}
      {!isLoading && !error && !cycle && <EmptyState icon="gauge" title={t('control.noCycle')} hint={t('control.noCycleHint')} />}
      {cycle && !scope.mayLook && <EmptyState icon="gauge" title={t('health.notYours')} hint={t('health.notYoursHint')} />}
      {cycle && scope.mayLook && <Indicators cycle={cycle} cycles={cycles} unitId={scope.unitId} />}
    </PageFrame>
  );
}

function Indicators({ cycle, cycles, unitId }: { cycle: CycleChoice; cycles: readonly CycleChoice[]; unitId: string | null }) {
  const { t } = useTranslation();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [opened, setOpened] = useState<FailureCause | null>(null);
  const [{ data, error, stale, fetching }, read] = useQuery({ query: HealthQuery, variables: { cycleId: cycle.id, unitId } });
  const months = useMemo(() => monthsBetween(cycle.start, cycle.end), [cycle.start, cycle.end]);
  const health = fetching && !stale ? undefined : data?.programHealth;
  return (
    <>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('health.tools')}>
        <ScopeTools cycle={cycle} cycles={cycles} unitId={unitId} />
        <SegmentedControl
          size="xs"
          aria-label={t('calibrating.view')}
          data={[{ value: 'chart', label: t('calibrating.chart') }, { value: 'table', label: t('calibrating.table') }]}
          value={view}
          onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
        />
      </Group>
      {!health && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />)}
      {health && (
        <>
          <div className={`surface ${styles.summary}`}>
            <div>
              <div className={styles.score}>{health.score ?? '—'}</div>
              <div className={styles.quiet}>{t('health.score', { unit: health.unit.name })}</div>
            </div>
            <ul className={styles.counts} aria-label={t('health.counts')}>
              {states.map((state) => ({ state, count: health.indicators.filter((indicator) => indicator.state === state).length })).filter(({ count }) => count > 0).map(({ state, count }) => (
                <li key={state}>
                  <StateBadge state={state} count={count} />
                </li>
              ))}
            </ul>
            <div className={styles.quiet}>{t('health.scoreHint')}</div>
          </div>
          <ul className={styles.cards} aria-label={t('health.indicators')}>
            {health.indicators.map((indicator, index) => (
              <li key={indicator.cause}>
                <IndicatorCard indicator={indicator} number={index + 1} months={months} asTable={view === 'table'} onOpen={() => setOpened(indicator.cause)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {opened && <EvidenceDrawer key={opened} cause={opened} cycleId={cycle.id} unitId={unitId} onClose={() => setOpened(null)} />}
    </>
  );
}
