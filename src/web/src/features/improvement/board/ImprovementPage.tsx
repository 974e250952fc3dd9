import { Group, SegmentedControl, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../../components/PageFrame';
import { SearchField } from '../../../components/SearchField';
import { useChoices } from '../../../components/useChoices';
import { usePhone } from '../../../components/usePhone';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { usePerson } from '../../organization/pickers/usePerson';
import { CycleSelect } from '../../planning/cycles/CycleSelect';
import { FollowedCycles } from '../../planning/cycles/FollowedCycles';
import type { CycleChoice } from '../../planning/cycles/useCycles';
import { useNotices } from '../../platform/notifications/useNotices';
import { statuses } from '../cases/cases';
import styles from '../Improvement.module.css';
import { LearnedList } from '../lessons/LearnedList';
import { CaseColumn } from './CaseColumn';

/** A cycle's improvement cases by how far they have come, and what was learned in those that are closed. */
export function ImprovementPage() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('improvement.title')} subtitle={t('improvement.hint')} wide>
      <FollowedCycles noCycleHint={t('improvement.noCycleHint')}>{(cycle, cycles) => <Board key={cycle.id} cycle={cycle} cycles={cycles} />}</FollowedCycles>
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
  const [params, choose] = useChoices();
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
          onChange={(value) => choose({ view: value === 'lessons' ? value : null })}
        />
        <CycleSelect cycles={cycles} value={cycle.id} onChange={(id) => choose({ cycle: id })} />
        {phone && !isLessons && (
          <Select
            size="xs"
            w={190}
            aria-label={t('improvement.status')}
            allowDeselect={false}
            data={[{ value: 'all', label: t('improvement.allCases') }, ...statuses.map((value) => ({ value, label: t(`enums.ImprovementStatus.${value}`) }))]}
            value={status ?? 'all'}
            onChange={(value) => choose({ status: value === 'all' ? null : value })}
          />
        )}
        <UnitPicker size="xs" aria-label={t('deviations.unit')} placeholder={t('deviations.allUnits')} clearable value={unitId} onChange={(id) => choose({ unit: id })} />
        <PersonPicker size="xs" aria-label={t('improvement.responsible')} placeholder={t('improvement.anyResponsible')} value={responsible} onChange={(choice) => choose({ responsible: choice?.id ?? null })} />
        <SearchField label={t('improvement.search')} text={text} onChange={(value) => choose({ text: value }, { replace: true })} />
        {!isLessons && <Switch size="sm" label={t('improvement.onlyOverdue')} checked={isOverdue} onChange={(event) => choose({ overdue: event.currentTarget.checked ? 'yes' : null })} />}
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
