import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { formatMonth } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import type { CycleData } from './cycle';
import styles from './MonthStrip.module.css';
import { isOver, monthsOf, type MonthState } from './months';
import { PeriodDrawer } from './PeriodDrawer';

interface MonthStripProps {
  cycle: CycleData;
  mayChange: boolean;
  onDone: () => void;
}

/** A cycle's months: closed, open or still to come, each to be closed or reopened by whoever may. */
export function MonthStrip({ cycle, mayChange, onDone }: MonthStripProps) {
  const { t } = useTranslation();
  const { today } = useWorkspace();
  const [chosen, setChosen] = useState<string | null>(null);
  const mayMove = mayChange && (cycle.status === 'EXECUTION' || cycle.status === 'APPRAISAL');
  const months = monthsOf(cycle);
  const stateOf = (month: string): MonthState => (cycle.closedPeriods.includes(month) ? 'CLOSED' : isOver(month, cycle, today) ? 'OPEN' : 'TO_COME');
  return (
    <>
      <Text size="xs" c="dimmed" px="md">
        {t('cycles.months.hint')}
      </Text>
      <ul className={styles.strip} aria-label={t('cycles.months.of', { name: cycle.name })}>
        {months.map((month) => (
          <li key={month}>
            <Month month={month} state={stateOf(month)} onChoose={mayMove && stateOf(month) !== 'TO_COME' ? () => setChosen(month) : undefined} />
          </li>
        ))}
      </ul>
      {chosen && <PeriodDrawer cycle={cycle} month={chosen} today={today} onDone={onDone} onClose={() => setChosen(null)} />}
    </>
  );
}

interface MonthProps {
  month: string;
  state: MonthState;
  onChoose?: () => void;
}

function Month({ month, state, onChoose }: MonthProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const content = (
    <>
      <span className="number">{formatMonth(month, language)}</span>
      <span className={styles.state}>
        {state === 'CLOSED' && <Icon name="check" size={12} />}
        {t(`cycles.months.states.${state}`)}
      </span>
    </>
  );
  if (!onChoose) {
    return (
      <div className={styles.month} data-state={state}>
        {content}
      </div>
    );
  }
  return (
    <button type="button" className={styles.month} data-state={state} title={t(state === 'CLOSED' ? 'cycles.months.reopen' : 'cycles.months.close')} onClick={onChoose}>
      {content}
    </button>
  );
}
