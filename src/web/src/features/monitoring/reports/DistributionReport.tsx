import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { ResultOf } from '../../../api/graphql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { groupDecimal } from '../../../format/decimal';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { BarChart } from './BarChart';
import { ExportButtons } from './ExportButtons';
import { DistributionReportQuery, percentOf } from './reports';
import type { ReportProps } from './ReportsPage';
import { ReportTable, type Column } from './ReportTable';

type GradeRowData = ResultOf<typeof DistributionReportQuery>['reporting']['appraisalDistribution'][number];

/** How the appraisals that one may read spread over their grades. */
export function DistributionReport({ cycle, settings, onChange }: ReportProps) {
  const { t } = useTranslation();
  const [{ data, error, fetching }, read] = useQuery({ query: DistributionReportQuery, variables: { cycleId: cycle.id, unitId: settings.unitId }, requestPolicy: 'cache-and-network' });
  const rows = fetching && !data ? undefined : data?.reporting.appraisalDistribution;
  const columns: Column<GradeRowData>[] = [
    { key: 'grade', title: t('reports.grade'), isHead: true, cell: (row) => row.grade },
    { key: 'people', title: t('reports.people'), isNumber: true, cell: (row) => row.people },
    { key: 'score', title: t('reports.meanScore'), isNumber: true, cell: (row) => groupDecimal(row.meanScore) },
    { key: 'evidence', title: t('reports.evidenceShare'), isNumber: true, cell: (row) => t('common.percent', { percent: percentOf(row.meanEvidenceShare) }) },
  ];
  return (
    <>
      <Group gap="sm" align="flex-end" mb="md" role="group" aria-label={t('reports.tools')}>
        <UnitPicker size="xs" label={t('reports.dimensions.UNIT')} placeholder={t('dashboard.company')} clearable value={settings.unitId} onChange={(unitId) => onChange({ unitId })} />
        <ExportButtons settings={settings} cycleId={cycle.id} />
      </Group>
      {!rows && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />)}
      {rows?.length === 0 && <EmptyState icon="bars" title={t('reports.none')} hint={t('reports.noneCalibrated')} />}
      {rows && rows.length > 0 && (
        <>
          <BarChart title={t('reports.people')} bars={rows.map((row) => ({ key: row.grade, label: row.grade, value: row.people, text: String(row.people) }))} />
          <ReportTable label={t('reports.kinds.appraisalDistribution')} columns={columns} rows={rows} keyOf={(row) => row.grade} />
        </>
      )}
    </>
  );
}
