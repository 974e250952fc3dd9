import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useNews } from '../../../api/useNews';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { useChoices } from '../../../components/useChoices';
import type { ActualData } from '../actuals/actuals';
import { CorrectDrawer } from '../actuals/CorrectDrawer';
import { EntryList } from './EntryList';
import { MonthDetail } from './MonthDetail';
import { addsUpOverTime, ProgressOfObjective, type FollowedObjective } from './progress';
import { ProgressFigures } from './ProgressFigures';
import { MonthTable } from './MonthTable';
import { ProgressChart } from './ProgressChart';
import styles from './Progress.module.css';

interface ProgressSectionProps {
  objectiveId: string;
  asOf: string | null;
  day: string | null;
  news: number;
}

/** Where an objective stands: its figures by months, what they are made of, and what is still expected. */
export function ProgressSection({ objectiveId, asOf, day, news }: ProgressSectionProps) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: ProgressOfObjective, variables: { id: objectiveId, asOf } });
  const [correcting, setCorrecting] = useState<ActualData | null>(null);
  const again = () => read({ requestPolicy: 'network-only' });
  useNews(news, again);
  // What another objective's page has just shown is not this one's.
  const objective = data?.objective?.id === objectiveId ? data.objective : null;
  if (!objective) return data?.objective === null && !error ? null : <Section title={t('progress.title')}>{error ? <FailureState error={error} onRetry={again} /> : <LoadingRows count={5} />}</Section>;
  const { progress, viewerMayReport } = objective;
  const actuals = asOf === null ? objective.actuals : objective.actuals.filter((actual) => Date.parse(actual.reportedAt) <= Date.parse(asOf));
  const mayReport = day === null && viewerMayReport;
  const report = mayReport && !progress.rolledUp && (
    <Button variant="default" leftSection={<Icon name="edit" />} component={Link} to={`/report?cycle=${objective.cycle.id}&owner=${objective.owner.id}`}>
      {t('progress.report')}
    </Button>
  );
  return (
    <Section title={t('progress.title')} actions={report}>
      {progress.actualToDate === null && actuals.length === 0 ? (
        <EmptyState icon="gauge" title={t('progress.none')} hint={t('progress.noneHint')} />
      ) : (
        <Standing key={objective.id} objective={objective} actuals={actuals} asOf={asOf} day={day} onCorrect={mayReport ? setCorrecting : undefined} />
      )}
      {correcting && <CorrectDrawer key={correcting.id} objective={objective} actual={correcting} onDone={again} onReload={again} onClose={() => setCorrecting(null)} />}
    </Section>
  );
}

interface StandingProps {
  objective: FollowedObjective;
  actuals: readonly ActualData[];
  asOf: string | null;
  day: string | null;
  onCorrect?: (actual: ActualData) => void;
}

function Standing({ objective, actuals, asOf, day, onCorrect }: StandingProps) {
  const { t } = useTranslation();
  const [params, choose] = useChoices();
  const { progress, measure } = objective;
  const { series, forecast, rolledUp } = progress;
  const chosen = series.find((point) => point.period === params.get('month'))?.period ?? null;
  const detail = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) detail.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const chooseMonth = (period: string | null) => choose({ month: period === chosen ? null : period }, { replace: true, preventScrollReset: true });

  const bars = measure.aggregation === 'SUM';
  const [first, last] = [series[0], series.at(-1)];
  const known = series.filter((point) => point.actual !== null).length;
  const label = first && last ? t('progress.chart', { known, count: series.length, first: first.period, last: last.period }) : '';
  const common = { label, decimals: measure.decimals, chosen, onChoose: chooseMonth };
  const toDate = series.map(({ period, cumulativeTarget, cumulativeLowerBound, cumulativeActual }) => ({ period, target: cumulativeTarget, lowerBound: cumulativeLowerBound, actual: cumulativeActual }));
  return (
    <>
      <ProgressFigures progress={progress} measure={measure} />
      {addsUpOverTime(measure.aggregation) && <ProgressChart {...common} title={t('progress.byMonth', { unit: measure.unitOfMeasure })} months={series} bars={bars} forecast={null} />}
      <ProgressChart {...common} title={t('progress.toDate', { unit: measure.unitOfMeasure })} months={toDate} bars={false} forecast={forecast} />
      <div className={styles.key} aria-hidden>
        <span data-of={bars ? 'actual' : 'line'}>{t('progress.actual')}</span>
        <span data-of="target">{t('progress.target')}</span>
        {forecast && (
          <>
            <span data-of="expected">{t('progress.expected')}</span>
            <span data-of="band">{t('progress.band')}</span>
          </>
        )}
      </div>
      <Text size="xs" c="dimmed" px="md">
        {t(rolledUp ? 'progress.chooseMonth' : 'progress.chooseOwnMonth')}
      </Text>
      <details className={styles.values}>
        <summary>{t('progress.values')}</summary>
        <MonthTable series={series} measure={measure} chosen={chosen} onChoose={chooseMonth} />
      </details>
      <div ref={detail}>
        {chosen && <MonthDetail key={chosen} objective={objective} actuals={actuals} period={chosen} asOf={asOf} day={day} onCorrect={onCorrect} onClose={() => chooseMonth(null)} />}
      </div>
      {actuals.length > 0 && <EntryList actuals={actuals} measure={measure} onCorrect={onCorrect} />}
    </>
  );
}
