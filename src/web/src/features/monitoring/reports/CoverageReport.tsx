import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../../api/graphql';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { groupDecimal } from '../../../format/decimal';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { AsOfField } from './AsOfField';
import { BarChart } from './BarChart';
import { ExportButtons } from './ExportButtons';
import { CoverageReportQuery } from './reports';
import type { ReportProps } from './ReportsPage';
import { ReportTable, type Column } from './ReportTable';

type CoverageRowData = ResultOf<typeof CoverageReportQuery>['reporting']['coverage']['nodes'][number];

const charted = 12;

/** By how much the targets below miss those above. */
export function CoverageReport({ cycle, settings, onChange }: ReportProps) {
  const { t } = useTranslation();
  const pages = useConnection({
    query: CoverageReportQuery,
    variables: { cycleId: cycle.id, unitId: settings.unitId, asOf: settings.asOf },
    pageSize: 50,
    of: (data) => data.reporting.coverage,
  });
  const columns: Column<CoverageRowData>[] = [
    {
      key: 'objective',
      title: t('reports.objective'),
      isHead: true,
      cell: ({ objective }) => (
        <Link className="text-link" to={`/objectives/${objective.id}${settings.asOf ? `?day=${settings.asOf}` : ''}`}>
          {objective.title}
        </Link>
      ),
    },
    { key: 'unit', title: t('reports.unitOfMeasure'), cell: ({ objective }) => objective.measure.unitOfMeasure },
    { key: 'target', title: t('reports.target'), isNumber: true, cell: (row) => groupDecimal(row.target) },
    { key: 'covered', title: t('reports.covered'), isNumber: true, cell: (row) => groupDecimal(row.covered) },
    { key: 'shortfall', title: t('reports.shortfall'), isNumber: true, cell: (row) => groupDecimal(row.shortfall) },
    { key: 'children', title: t('reports.children'), isNumber: true, cell: (row) => row.children },
  ];
  const short = (pages.nodes ?? []).filter((row) => Number(row.shortfall) > 0 && Number(row.target) !== 0).slice(0, charted);
  return (
    <>
      <Group gap="sm" align="flex-end" mb="md" role="group" aria-label={t('reports.tools')}>
        <UnitPicker size="xs" label={t('reports.dimensions.UNIT')} placeholder={t('dashboard.company')} clearable value={settings.unitId} onChange={(unitId) => onChange({ unitId })} />
        <AsOfField cycle={cycle} value={settings.asOf} onChange={(asOf) => onChange({ asOf })} />
        <ExportButtons settings={settings} cycleId={cycle.id} />
      </Group>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="bars" title={t('reports.none')} hint={t('reports.noneBelow')} />}
      {pages.nodes && pages.nodes.length > 0 && (
        <>
          <BarChart
            title={t('reports.missing')}
            bars={short.map((row) => {
              const percent = Math.round((Number(row.shortfall) / Math.abs(Number(row.target))) * 100);
              return { key: row.objective.id, label: row.objective.title, value: percent, text: t('common.percent', { percent: groupDecimal(String(percent)) }) };
            })}
          />
          <ReportTable label={t('reports.kinds.coverage')} columns={columns} rows={pages.nodes} keyOf={(row) => row.objective.id} />
        </>
      )}
      <MoreButton pages={pages} />
    </>
  );
}
