import { Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Health } from '../../../api/graphql';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { groupDecimal } from '../../../format/decimal';
import { AttainmentTools } from './AttainmentTools';
import { BarChart } from './BarChart';
import { BehindDrawer } from './BehindDrawer';
import { AttainmentReportQuery, behind, filterOf, percentOf, type AttainmentRowData, type BehindFilter, type ReportDimension } from './reports';
import type { ReportProps } from './ReportsPage';
import { ReportTable, type Column } from './ReportTable';

const charted = 12;

/** Attainment below which a bar is marked. */
const low = 0.9;

/** How far the objectives have come, by any dimensions in any order. */
export function AttainmentReport({ cycle, settings, onChange }: ReportProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<{ title: string; filter: BehindFilter } | null>(null);
  const pages = useConnection({
    query: AttainmentReportQuery,
    variables: { cycleId: cycle.id, groupBy: settings.by, granularity: settings.granularity, filter: filterOf(settings), asOf: settings.asOf },
    pageSize: 50,
    of: (data) => data.reporting.attainment,
  });

  const nameOf = (row: AttainmentRowData, dimension: ReportDimension): string => {
    switch (dimension) {
      case 'UNIT':
        return row.unit?.name ?? '—';
      case 'REGION':
        return row.region?.name ?? t('reports.without.REGION');
      case 'CUSTOMER':
        return row.customer?.name ?? t('reports.without.CUSTOMER');
      case 'PERSON':
        return row.person?.name ?? '—';
      case 'LEVEL':
        return row.level ? t(`enums.ObjectiveLevel.${row.level}`) : '—';
      case 'MEASURE':
        return row.measure ? `${row.measure.name} (${row.measure.unitOfMeasure})` : '—';
      case 'PERIOD':
        return row.period ?? '—';
    }
  };
  const titleOf = (row: AttainmentRowData) => settings.by.map((dimension) => nameOf(row, dimension)).join(' · ') || t('reports.all');
  const keyOf = (row: AttainmentRowData) => `${row.unit?.id} ${row.region?.id} ${row.customer?.id} ${row.person?.id} ${row.level} ${row.measure?.id} ${row.period}`;
  const percent = (row: AttainmentRowData) => (row.attainment === null ? '—' : t('common.percent', { percent: percentOf(row.attainment) }));
  const opens = (row: AttainmentRowData, count: number, what: string, of: readonly Health[] | null) => {
    const filter = behind(settings, cycle.id, row, of);
    const isOfPeriod = of !== null && settings.by.includes('PERIOD');
    if (count === 0 || isOfPeriod) return groupDecimal(String(count));
    return (
      <UnstyledButton className="text-link" aria-label={t('reports.open', { count, what, name: titleOf(row) })} onClick={() => setOpened({ title: `${titleOf(row)} · ${what}`, filter })}>
        {groupDecimal(String(count))}
      </UnstyledButton>
    );
  };
  const columns: Column<AttainmentRowData>[] = [
    ...settings.by.map((dimension, index) => ({ key: dimension, title: t(`reports.dimensions.${dimension}`), cell: (row: AttainmentRowData) => nameOf(row, dimension), isHead: index === 0 })),
    ...(settings.by.length === 0 ? [{ key: 'all', title: t('reports.all'), cell: () => t('reports.all'), isHead: true }] : []),
    { key: 'objectives', title: t('reports.objectives'), isNumber: true, cell: (row) => opens(row, row.objectives, t('reports.objectives'), null) },
    { key: 'target', title: t('reports.target'), isNumber: true, cell: (row) => (row.target === null ? '—' : groupDecimal(row.target)) },
    { key: 'actual', title: t('reports.actual'), isNumber: true, cell: (row) => (row.actual === null ? '—' : groupDecimal(row.actual)) },
    { key: 'attainment', title: t('reports.attainment'), isNumber: true, cell: percent },
    { key: 'onTrack', title: t('enums.Health.ON_TRACK'), isNumber: true, cell: (row) => opens(row, row.onTrack, t('enums.Health.ON_TRACK'), ['ON_TRACK', 'ACHIEVED']) },
    { key: 'atRisk', title: t('enums.Health.AT_RISK'), isNumber: true, cell: (row) => opens(row, row.atRisk, t('enums.Health.AT_RISK'), ['AT_RISK']) },
    { key: 'offTrack', title: t('enums.Health.OFF_TRACK'), isNumber: true, cell: (row) => opens(row, row.offTrack, t('enums.Health.OFF_TRACK'), ['OFF_TRACK']) },
  ];
  const known = (pages.nodes ?? []).filter((row) => row.attainment !== null);

  return (
    <>
      <AttainmentTools cycle={cycle} settings={settings} onChange={onChange} />
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="bars" title={t('reports.none')} hint={cycle.status === 'PREPARATION' || cycle.status === 'SETTING' ? t('reports.notYet') : t('reports.noneHint')} />}
      {pages.nodes && pages.nodes.length > 0 && (
        <>
          <BarChart
            title={t('reports.attainment')}
            mark={{ value: 100, label: t('reports.onTarget') }}
            bars={known.slice(0, charted).map((row) => ({ key: keyOf(row), label: titleOf(row), value: Math.max(0, percentOf(row.attainment) ?? 0), text: percent(row), isWeak: Number(row.attainment) < low }))}
          />
          <ReportTable label={t('reports.kinds.attainment')} columns={columns} rows={pages.nodes} keyOf={keyOf} />
          <Text size="xs" c="dimmed" mt={6} role="status">
            {t('common.total', { count: pages.totalCount })} · {t('reports.rule')}
          </Text>
        </>
      )}
      <MoreButton pages={pages} />
      {opened && <BehindDrawer key={JSON.stringify(opened.filter)} title={opened.title} filter={opened.filter} day={settings.asOf} onClose={() => setOpened(null)} />}
    </>
  );
}
