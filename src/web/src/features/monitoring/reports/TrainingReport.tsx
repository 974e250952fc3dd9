import { Alert, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { DecimalText, ResultOf } from '../../../api/graphql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { BarChart } from './BarChart';
import { ExportButtons } from './ExportButtons';
import { CourseEffectsQuery, percentOf } from './reports';
import type { ReportProps } from './ReportsPage';
import { ReportTable, type Column } from './ReportTable';

type CourseRowData = ResultOf<typeof CourseEffectsQuery>['reporting']['trainingEffect'][number];

/** How far objectives were at their targets before and after the courses that served them. */
export function TrainingReport({ cycle, settings }: ReportProps) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: CourseEffectsQuery, variables: { cycleId: cycle.id }, requestPolicy: 'cache-and-network' });
  const rows = data?.reporting.trainingEffect;
  const percent = (share: DecimalText | null) => (share === null ? t('reports.tooFew') : t('common.percent', { percent: percentOf(share) }));
  const columns: Column<CourseRowData>[] = [
    { key: 'course', title: t('reports.course'), isHead: true, cell: ({ course }) => `${course.title} (${course.code})` },
    { key: 'people', title: t('reports.people'), isNumber: true, cell: (row) => row.people },
    { key: 'before', title: t('reports.before'), isNumber: true, cell: (row) => percent(row.attainmentBefore) },
    { key: 'after', title: t('reports.after'), isNumber: true, cell: (row) => percent(row.attainmentAfter) },
  ];
  return (
    <>
      <Group gap="sm" mb="md">
        <ExportButtons settings={settings} cycleId={cycle.id} />
      </Group>
      {!rows && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />)}
      {rows?.length === 0 && <EmptyState icon="bars" title={t('reports.none')} hint={t('reports.nonePassed')} />}
      {rows && rows.length > 0 && (
        <>
          <Alert color="yellow" variant="outline" icon={<Icon name="warning" />} py={8} mb="sm">
            <Text size="sm">{t('reports.noCause')}</Text>
          </Alert>
          <BarChart
            title={t('reports.after')}
            mark={{ value: 100, label: t('reports.onTarget') }}
            bars={rows.flatMap((row) => (row.attainmentAfter === null ? [] : [{ key: row.course.id, label: row.course.title, value: Math.max(0, percentOf(row.attainmentAfter) ?? 0), text: percent(row.attainmentAfter) }]))}
          />
          <ReportTable label={t('reports.kinds.trainingEffect')} columns={columns} rows={rows} keyOf={(row) => row.course.id} />
        </>
      )}
    </>
  );
}
