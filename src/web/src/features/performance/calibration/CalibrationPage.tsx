import { Group, Select, Text, TextInput } from '@mantine/core';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices, type Choices } from '../../../components/useChoices';
import { keptBy, useUnsaved } from '../../../components/useUnsaved';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useCycles } from '../../planning/cycles/useCycles';
import { tellAgendaChanged } from '../../platform/agenda/agenda';
import styles from '../scorecards/Scorecards.module.css';
import { CalibrationTable, orders, type Order } from './CalibrationTable';
import { isAppraised, type Draft } from './distribution';
import { Distribution } from './Distribution';
import { useBoard } from './useBoard';

/** HR brings the appraisals of different leaders to one standard, and releases them. */
export function CalibrationPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { cycles, isLoading, error, reload } = useCycles(null);
  if (isLoading) return <LoadingRows />;
  if (error) return <FailureState error={error} onRetry={reload} />;
  const cycle = cycles.find((one) => one.id === params.get('cycle')) ?? cycles.find((one) => one.status === 'APPRAISAL') ?? cycles.find((one) => one.status === 'EXECUTION') ?? cycles[0];
  if (!cycle) {
    return (
      <PageFrame title={t('calibrating.title')}>
        <EmptyState icon="calendar" title={t('cycles.none')} />
      </PageFrame>
    );
  }
  return <Board key={cycle.id} cycle={cycle} cycles={cycles} />;
}

type Cycles = ReturnType<typeof useCycles>['cycles'];

const views = ['todo', 'released', 'all'] as const;

function Board({ cycle, cycles }: { cycle: Cycles[number]; cycles: Cycles }) {
  const { t } = useTranslation();
  const [params, choose] = useChoices();
  const [, setParams] = useSearchParams();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [commonNote, setCommonNote] = useState('');
  const unitId = params.get('unit');
  const { cards, total, isWhole, error, reload, refresh } = useBoard(cycle.id, unitId);
  const set = (changes: Choices) => choose(changes, { replace: true });
  const appraised = useMemo(() => cards?.filter(isAppraised) ?? [], [cards]);
  const todo = useMemo(() => appraised.filter((card) => card.status === 'APPRAISED'), [appraised]);
  const view = views.find((one) => one === params.get('show')) ?? (todo.length > 0 ? 'todo' : 'all');
  const shown = useMemo(() => (view === 'todo' ? todo : view === 'released' ? appraised.filter((card) => card.status !== 'APPRAISED') : appraised), [view, todo, appraised]);
  const counts = { todo: todo.length, released: appraised.length - todo.length, all: appraised.length };
  const order = orders.find((one) => one === params.get('order')) ?? 'unit';
  const draft = useCallback((id: string, value: Draft | null) => {
    setDrafts((before) => {
      const next = new Map(before);
      if (value) next.set(id, value);
      else next.delete(id);
      return next;
    });
  }, []);
  const release = useCallback(
    (id: string) => {
      draft(id, null);
      void refresh(id);
      tellAgendaChanged();
    },
    [draft, refresh],
  );
  useUnsaved(drafts.size > 0, { isKept: keptBy('cycle') });
  const toUnit = useCallback((id: string) => choose({ unit: id }, { replace: true }), [choose]);
  // What is drawn of all may come a moment after what one types.
  const typed = useDeferredValue(drafts);
  return (
    <PageFrame title={t('calibrating.title')} subtitle={t('calibrating.hint')}>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('calibrating.tools')} align="center">
        <Select
          size="xs"
          w={190}
          aria-label={t('scorecards.cycle')}
          allowDeselect={false}
          data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
          value={cycle.id}
          onChange={(id) => id && setParams({ cycle: id })}
        />
        <div style={{ width: 230 }}>
          <UnitPicker size="xs" aria-label={t('scorecards.unitAndBelow')} placeholder={t('people.anyUnit')} clearable value={unitId} onChange={(id) => set({ unit: id })} />
        </div>
        {cards && (
          <Text size="xs" c="dimmed" role="status">
            {isWhole ? t('calibrating.counts', { appraised: appraised.length, total }) : t('calibrating.reading', { read: cards.length, total })}
          </Text>
        )}
      </Group>
      {!cards && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />)}
      {cards && error && <FailureState error={error} onRetry={reload} />}
      {cards && appraised.length === 0 && isWhole && <EmptyState icon="scale" title={t('calibrating.none')} hint={t('calibrating.noneHint')} />}
      {appraised.length > 0 && (
        <>
          <Distribution cards={appraised} drafts={typed} onUnit={toUnit} />
          <section className="surface" aria-label={t('calibrating.appraisals')}>
            <div role="group" aria-label={t('calibrating.which')} className={styles.chips}>
              {views.map((one) => (
                <button key={one} type="button" className={styles.chip} aria-pressed={view === one} onClick={() => set({ show: one })}>
                  {t(`calibrating.views.${one}`)} <span className="number">{counts[one]}</span>
                </button>
              ))}
            </div>
            <Group gap="xs" p="xs" align="flex-end" style={{ borderBottom: '1px solid var(--line)' }}>
              <Select
                size="xs"
                w={170}
                label={t('calibrating.order')}
                allowDeselect={false}
                data={orders.map((one) => ({ value: one, label: t(`calibrating.orders.${one}`) }))}
                value={order}
                onChange={(value: Order | null) => set({ order: value })}
              />
              {appraised.some((card) => card.viewerMay.includes('CALIBRATE')) && (
                <TextInput size="xs" style={{ flex: '1 1 240px' }} maxLength={2000} label={t('calibrating.commonNote')} value={commonNote} onChange={(event) => setCommonNote(event.currentTarget.value)} />
              )}
            </Group>
            {shown.length === 0 && <EmptyState icon="check" title={t('calibrating.nothingLeft')} />}
            {shown.length > 0 && (
              <CalibrationTable
                cards={shown}
                order={order}
                drafts={drafts}
                commonNote={commonNote}
                onDraft={draft}
                onDone={release}
              />
            )}
          </section>
        </>
      )}
    </PageFrame>
  );
}
