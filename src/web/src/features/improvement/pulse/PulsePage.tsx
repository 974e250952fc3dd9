import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { formatDay, formatPeriod } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { takesActuals } from '../../planning/cycles/cycle';
import { useCycles, type CycleChoice } from '../../planning/cycles/useCycles';
import { tellAgendaChanged } from '../../platform/agenda/agenda';
import styles from '../Improvement.module.css';
import { OpenPulseQuery } from './pulse';
import { PulseForm } from './PulseForm';
import { PulseResults } from './PulseResults';

/** The anonymous survey of the quarter, and what units answered for those who may see it. */
export function PulsePage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { viewer, ledUnitIds } = useWorkspace();
  const { cycles, cycle: current, isLoading, error, reload } = useCycles(params.get('cycle'));
  const followed = cycles.filter(({ status }) => takesActuals(status));
  const cycle = followed.find((one) => one.id === current?.id) ?? followed[0];
  const seesAll = viewer.roles.some((role) => role === 'EXECUTIVE' || role === 'HR' || role === 'AUDITOR');
  return (
    <PageFrame
      title={t('pulse.title')}
      subtitle={t('pulse.hint')}
      actions={
        cycle &&
        followed.length > 1 && (
          <Select
            w={220}
            size="xs"
            aria-label={t('tree.cycle')}
            allowDeselect={false}
            data={followed.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
            value={cycle.id}
            onChange={(id) => id && setParams({ cycle: id })}
          />
        )
      }
    >
      {isLoading && <LoadingRows />}
      {error && <FailureState error={error} onRetry={reload} />}
      {!isLoading && !error && !cycle && <EmptyState icon="calendar" title={t('deviations.noCycle')} hint={t('pulse.noCycleHint')} />}
      {cycle && <Answering key={cycle.id} cycle={cycle} />}
      {cycle && (seesAll || ledUnitIds.size > 0) && <PulseResults key={`${cycle.id} results`} cycleId={cycle.id} seesAll={seesAll} />}
    </PageFrame>
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
