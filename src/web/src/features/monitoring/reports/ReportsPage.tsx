import { Select, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices } from '../../../components/useChoices';
import { useCycles, type CycleChoice } from '../../planning/cycles/useCycles';
import { AttainmentReport } from './AttainmentReport';
import { CoverageReport } from './CoverageReport';
import { DistributionReport } from './DistributionReport';
import { kinds, readSettings, writeSettings, type ReportSettings } from './reports';
import { TrainingReport } from './TrainingReport';

export interface ReportProps {
  cycle: CycleChoice;
  settings: ReportSettings;
  onChange: (changes: Partial<ReportSettings>) => void;
}

const shown = { attainment: AttainmentReport, coverage: CoverageReport, appraisalDistribution: DistributionReport, trainingEffect: TrainingReport };

/** Reports that one puts together, looks at, sends as a link and takes away as a file. */
export function ReportsPage() {
  const { t } = useTranslation();
  const [params, choose] = useChoices();
  const [, setParams] = useSearchParams();
  const { cycles, cycle, isLoading, error, reload } = useCycles(params.get('cycle'));
  const settings = readSettings(params);
  const change = (changes: Partial<ReportSettings>) => {
    const now = new URLSearchParams(window.location.search);
    setParams(writeSettings(now, { ...readSettings(now), ...changes }), { replace: true });
  };
  const Report = shown[settings.report];
  return (
    <PageFrame
      title={t('reports.title')}
      subtitle={t('reports.hint')}
      actions={
        cycles.length > 1 && (
          <Select
            size="xs"
            w={190}
            aria-label={t('tree.cycle')}
            allowDeselect={false}
            data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
            value={cycle?.id ?? null}
            onChange={(id) => choose({ cycle: id, asOf: null })}
          />
        )
      }
    >
      {isLoading && <LoadingRows />}
      {error && <FailureState error={error} onRetry={reload} />}
      {!isLoading && !error && !cycle && <EmptyState icon="bars" title={t('reports.noCycle')} hint={t('reports.noCycleHint')} />}
      {cycle && (
        <Tabs value={settings.report} onChange={(value) => change({ report: kinds.find((kind) => kind === value) ?? 'attainment' })} keepMounted={false}>
          <Tabs.List mb="sm" aria-label={t('reports.title')}>
            {kinds.map((kind) => (
              <Tabs.Tab key={kind} value={kind}>
                {t(`reports.kinds.${kind}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={settings.report}>
            <Report key={`${cycle.id} ${settings.report}`} cycle={cycle} settings={settings} onChange={change} />
          </Tabs.Panel>
        </Tabs>
      )}
    </PageFrame>
  );
}
