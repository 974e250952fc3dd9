import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { useChoices } from '../../../components/useChoices';
import { formatDay, formatPeriod } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { CycleSelect } from '../../planning/cycles/CycleSelect';
import { FollowedCycles } from '../../planning/cycles/FollowedCycles';
import type { CycleChoice } from '../../planning/cycles/useCycles';
import { tellAgendaChanged } from '../../platform/agenda/agenda';
import styles from '../Improvement.module.css';
import { OpenPulseQuery } from './pulse';
import { PulseForm } from './PulseForm';
import { PulseResults } from './PulseResults';

/** The anonymous survey of the quarter, and what units answered for those who may see it. */
export function PulsePage() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('pulse.title')} subtitle={t('pulse.hint')}>
      <FollowedCycles noCycleHint={t('pulse.noCycleHint')}>{(cycle, cycles) => <Survey key={cycle.id} cycle={cycle} cycles={cycles} />}</FollowedCycles>
    </PageFrame>
  );
}

function Survey({ cycle, cycles }: { cycle: CycleChoice; cycles: readonly CycleChoice[] }) {
  const [, choose] = useChoices();
  const { viewer, ledUnitIds } = useWorkspace();
  const seesAll = viewer.roles.some((role) => role === 'EXECUTIVE' || role === 'HR' || role === 'AUDITOR');
  return (
    <>
      <Group mb="sm">
        <CycleSelect cycles={cycles} value={cycle.id} onChange={(id) => choose({ cycle: id })} />
      </Group>
      <Answering cycle={cycle} />
      {(seesAll || ledUnitIds.size > 0) && <PulseResults cycleId={cycle.id} seesAll={seesAll} />}
    </>
  );
}

function Answering({ cycle }: { cycle: CycleChoice }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [{ data, error }, read] = useQuery({ query: OpenPulseQuery, variables: { cycleId: cycle.id }, requestPolicy: 'network-only' });
  const again = () => read({ requestPolicy: 'network-only' });
  if (!data) return error ? <FailureState error={error} onRetry={again} /> : <LoadingRows count={4} />;
  const open = data.openPulse;
  const period = open && formatPeriod(open.period, language);
  return (
    <Section title={period ? t('pulse.of', { period }) : t('pulse.yours')}>
      <div className={styles.part}>
        {!open && <p className={styles.text}>{t('pulse.notOpen')}</p>}
        {open?.answered && (
          <p className={styles.text} role="status">
            {t('pulse.answered', { period })}
          </p>
        )}
        {open && !open.answered && (
          <PulseForm
            cycleId={cycle.id}
            until={formatDay(open.until, language)}
            onDone={() => {
              again();
              tellAgendaChanged();
            }}
          />
        )}
      </div>
    </Section>
  );
}
