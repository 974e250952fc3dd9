import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { FactList } from '../../../components/FactList';
import { Icon } from '../../../components/Icon';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { SideDrawer } from '../../../components/SideDrawer';
import { formatDay } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { TargetText } from '../../planning/objectives/TargetText';
import { HealthBadge } from '../health/HealthBadge';
import { ProgressChart } from '../progress/ProgressChart';
import { FollowUpDrawer } from './FollowUpDrawer';
import { actualBy, ControlPointQuery, type PointData } from './points';
import { PointStatus } from './PointStatus';
import { ReportDrawer } from './ReportDrawer';
import { WrittenReport } from './WrittenReport';

interface PointDrawerProps {
  pointId: string;
  /** After a report or an answer. */
  onDone: () => void;
  onClose: () => void;
}

/** A control point: what was expected and reached, what its owner says of it, and what he was answered. */
export function PointDrawer({ pointId, onDone, onClose }: PointDrawerProps) {
  const [{ data, error }, read] = useQuery({ query: ControlPointQuery, variables: { id: pointId }, requestPolicy: 'cache-and-network' });
  const [doing, setDoing] = useState<'report' | 'followUp' | null>(null);
  const again = () => read({ requestPolicy: 'network-only' });
  const point = data?.node && 'tolerance' in data.node && data.node.id === pointId ? data.node : null;
  const done = () => {
    again();
    onDone();
  };
  if (!point) return <PendingDrawer error={error ?? (data?.node === null ? new Error('missing') : undefined)} onRetry={again} onClose={onClose} />;
  if (doing === 'report') return <ReportDrawer pointId={point.id} onDone={done} onClose={() => setDoing(null)} />;
  if (doing === 'followUp' && point.report) return <FollowUpDrawer reportId={point.report.id} onDone={done} onClose={() => setDoing(null)} />;
  return <Shown point={point} onReport={() => setDoing('report')} onFollowUp={() => setDoing('followUp')} onClose={onClose} />;
}

interface ShownProps {
  point: PointData;
  onReport: () => void;
  onFollowUp: () => void;
  onClose: () => void;
}

function Shown({ point, onReport, onFollowUp, onClose }: ShownProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { objective, report } = point;
  const { measure, progress } = objective;
  const reached = point.period === null ? null : actualBy(progress.series, point.period);
  const earlier = objective.controlPoints.flatMap((one) => (one.report && one.id !== point.id ? [{ id: one.id, date: one.date, report: one.report }] : [])).reverse();
  return (
    <SideDrawer title={t('control.pointOf', { day: formatDay(point.date, language) })} size={560} onClose={onClose}>
      <Stack gap="sm">
        <div>
          <Link className="text-link" style={{ overflowWrap: 'anywhere' }} to={`/objectives/${objective.id}`}>
            {objective.code} {objective.title}
          </Link>
          <Group gap="xs" mt={4}>
            <PointStatus status={point.status} />
            <HealthBadge health={progress.health} />
            <Text size="sm" c="dimmed">
              {objective.owner.name}
            </Text>
          </Group>
        </div>
        <FactList
          facts={[
            [t('control.expected'), point.expected !== null && <TargetText target={point.expected} measure={measure} />],
            [t('control.tolerance'), t('common.percent', { percent: groupDecimal(point.tolerance) })],
            [t('control.reached'), reached === null ? t('control.unknown') : <TargetText target={reached} measure={measure} />],
            [t('control.target'), <TargetText key="target" target={objective.target} lowerBound={objective.lowerBound} measure={measure} />],
          ]}
        />
        <SmallChart point={point} />
        {report ? <WrittenReport report={report} /> : <Text size="sm">{t(`control.noReport.${point.status === 'SCHEDULED' ? 'toCome' : point.viewerMayReport ? 'yours' : 'open'}`)}</Text>}
        {point.viewerMayReport && (
          <Button leftSection={<Icon name="edit" />} onClick={onReport}>
            {t('control.doReport')}
          </Button>
        )}
        {report?.viewerMayFollowUp && (
          <Button leftSection={<Icon name="comment" />} onClick={onFollowUp}>
            {t('control.followUp')}
          </Button>
        )}
        {earlier.length > 0 && (
          <section aria-label={t('control.history')}>
            <Title order={3} size="h5" mb="xs">
              {t('control.history')}
            </Title>
            <Stack gap="xs">
              {earlier.map((one) => (
                <details key={one.id}>
                  <summary>
                    <Text span size="sm">
                      {formatDay(one.date, language)} · {t('control.confidence')} {t('control.confidenceOf', { level: one.report.confidence })}
                    </Text>
                  </summary>
                  <WrittenReport report={one.report} />
                </details>
              ))}
            </Stack>
          </section>
        )}
      </Stack>
    </SideDrawer>
  );
}

/** The objective's figures to date; each month leads to what made it. */
function SmallChart({ point: { period, objective } }: { point: PointData }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { series, forecast } = objective.progress;
  const [first, last] = [series[0], series.at(-1)];
  const known = series.filter((month) => month.actual !== null).length;
  if (!first || !last) return null;
  return (
    <ProgressChart
      title={t('progress.toDate', { unit: objective.measure.unitOfMeasure })}
      label={t('control.chart', { known, count: series.length, first: first.period, last: last.period })}
      months={series.map((month) => ({ period: month.period, target: month.cumulativeTarget, lowerBound: month.cumulativeLowerBound, actual: month.cumulativeActual }))}
      bars={false}
      forecast={forecast}
      decimals={objective.measure.decimals}
      chosen={period}
      onChoose={(month) => void navigate(`/objectives/${objective.id}?month=${month}`)}
    />
  );
}
