import { Group, SegmentedControl, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { SearchField } from '../../../components/SearchField';
import { usePhone } from '../../../components/usePhone';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { usePerson } from '../../organization/pickers/usePerson';
import { takesActuals } from '../../planning/cycles/cycle';
import { useCycles, type CycleChoice } from '../../planning/cycles/useCycles';
import { useNotices } from '../../platform/notifications/useNotices';
import { statuses } from '../cases/cases';
import styles from '../Improvement.module.css';
import { LearnedList } from '../lessons/LearnedList';
import { CaseColumn } from './CaseColumn';

/** A cycle's improvement cases by how far they have come, and what was learned in those that are closed. */
export function ImprovementPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { cycles, cycle: current, isLoading, error, reload } = useCycles(params.get('cycle'));
  const followed = cycles.filter(({ status }) => takesActuals(status));
  const cycle = followed.find((one) => one.id === current?.id) ?? followed[0];
  return (
    <PageFrame title={t('improvement.title')} subtitle={t('improvement.hint')} wide>
      {isLoading && <LoadingRows />}
      {error && <FailureState error={error} onRetry={reload} />}
      {!isLoading && !error && !cycle && <EmptyState icon="calendar" title={t('deviations.noCycle')} hint={t('improvement.noCycleHint')} />}
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
  const phone = usePhone();
  const [params, setParams] = useSearchParams();
  const [news, setNews] = useState(0);
  useNotices(() => setNews((n) => n + 1));
  const isLessons = params.get('view') === 'lessons';
  const unitId = params.get('unit');
  const responsibleId = params.get('responsible');
  const responsible = usePerson(responsibleId);
  const text = params.get('text') ?? '';
  const isOverdue = params.get('overdue') === 'yes';
  const status = statuses.find((one) => one === params.get('status')) ?? null;
  const filter = { unitId, includeSubunits: unitId !== null, responsibleId, overdue: isOverdue || null, text: text.trim() === '' ? null : text.trim() };

  const choose = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: name === 'text' },
    );
  return (
    <>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('improvement.tools')}>
        <SegmentedControl
          size="xs"
          aria-label={t('improvement.view')}
          data={[
            { value: 'board', label: t('improvement.board') },
            { value: 'lessons', label: t('improvement.lessons') },
          ]}
          value={isLessons ? 'lessons' : 'board'}
          onChange={(value) => choose('view', value === 'lessons' ? value : null)}
        />
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
        {phone && !isLessons && (
          <Select
            size="xs"
            w={190}
            aria-label={t('improvement.status')}
            allowDeselect={false}
            data={[{ value: 'all', label: t('improvement.allCases') }, ...statuses.map((value) => ({ value, label: t(`enums.ImprovementStatus.${value}`) }))]}
            value={status ?? 'all'}
            onChange={(value) => choose('status', value === 'all' ? null : value)}
          />
        )}
        <UnitPicker size="xs" aria-label={t('deviations.unit')} placeholder={t('deviations.allUnits')} clearable value={unitId} onChange={(id) => choose('unit', id)} />
        <PersonPicker size="xs" aria-label={t('improvement.responsible')} placeholder={t('improvement.anyResponsible')} value={responsible} onChange={(choice) => choose('responsible', choice?.id ?? null)} />
        <SearchField label={t('improvement.search')} text={text} onChange={(value) => choose('text', value)} />
        {!isLessons && <Switch size="sm" label={t('improvement.onlyOverdue')} checked={isOverdue} onChange={(event) => choose('overdue', event.currentTarget.checked ? 'yes' : null)} />}
      </Group>
      {isLessons && <LearnedList cycleId={cycle.id} filter={filter} />}
      {!isLessons && phone && <CaseColumn key={status ?? 'all'} cycleId={cycle.id} status={status} filter={filter} news={news} />}
      {!isLessons && !phone && (
        <div className={styles.board}>
          {statuses.map((one) => (
            <CaseColumn key={one} cycleId={cycle.id} status={one} filter={filter} news={news} />
          ))}
        </div>
      )}
    </>
  );
}
