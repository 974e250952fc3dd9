import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FactList } from '../../../components/FactList';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { SideDrawer } from '../../../components/SideDrawer';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useList } from '../../../i18n/useList';
import { Improving } from '../../improvement/cases/Improving';
import { LessonList } from '../../improvement/lessons/LessonList';
import { useInstant } from '../../organization/workspace/workspace';
import { RequestDrawer } from '../../planning/revisions/RequestDrawer';
import { HistoryList } from '../../platform/history/HistoryList';
import { DeviationQuery, type DeviationData } from './deviations';
import { DeviationStatusBadge } from './DeviationStatusBadge';
import { ImpactTable } from './ImpactTable';
import { RouteDrawer } from './RouteDrawer';
import { SettleDrawer } from './SettleDrawer';
import { SettlementList } from './SettlementList';

type Task = DeviationData['viewerMay'][number];

interface DeviationDrawerProps {
  deviationId: string;
  /** After it was routed or settled, or a revision was asked for. */
  onDone: () => void;
  onClose: () => void;
}

/** A deviation with what it endangers, how it is handled, and what the viewer can do about it. */
export function DeviationDrawer({ deviationId, onDone, onClose }: DeviationDrawerProps) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: DeviationQuery, variables: { id: deviationId }, requestPolicy: 'cache-and-network' });
  const [doing, setDoing] = useState<Task | null>(null);
  const [news, setNews] = useState(0);
  const again = () => read({ requestPolicy: 'network-only' });
  const deviation = data?.node && 'routed' in data.node && data.node.id === deviationId ? data.node : null;
  if (!deviation && data && !data.node && !error) {
    return (
      <SideDrawer title={t('deviations.title')} onClose={onClose}>
        <EmptyState icon="search" title={t('deviations.missing')} />
      </SideDrawer>
    );
  }
  if (!deviation) return <PendingDrawer error={error} onRetry={again} onClose={onClose} />;
  const done = () => {
    again();
    setNews((n) => n + 1);
    onDone();
  };
  const close = () => setDoing(null);
  switch (doing) {
    case 'ROUTE':
      return <RouteDrawer deviation={deviation} onDone={done} onReload={again} onClose={close} />;
    case 'SETTLE':
      return <SettleDrawer deviation={deviation} onDone={done} onClose={close} />;
    case 'REQUEST_REVISION':
      return <RequestDrawer objectiveId={deviation.objective.id} deviationId={deviation.id} onDone={done} onClose={close} />;
    default:
      return <Shown deviation={deviation} news={news} onDo={setDoing} onClose={onClose} />;
  }
}

const words = { ROUTE: 'doRoute', SETTLE: 'settle', REQUEST_REVISION: 'requestRevision' } as const;

interface ShownProps {
  deviation: DeviationData;
  news: number;
  onDo: (task: Task) => void;
  onClose: () => void;
}

function Shown({ deviation, news, onDo, onClose }: ShownProps) {
  const { t } = useTranslation();
  const { objective, viewerMay } = deviation;
  return (
    <SideDrawer title={t('deviations.of', { name: objective.owner.name })} size={600} onClose={onClose}>
      <Stack gap="md">
        <div>
          <Link className="text-link" style={{ overflowWrap: 'anywhere' }} to={`/objectives/${objective.id}`}>
            {objective.code} {objective.title}
          </Link>
          <Group gap="xs" mt={4}>
            <DeviationStatusBadge status={deviation.status} />
            <Text size="sm" c="dimmed">
              {t(`enums.DeviationKind.${deviation.kind}`)} · {t(`enums.DeviationSeverity.${deviation.severity}`)}
              {deviation.externalCause && ` · ${t('deviations.external')}`}
            </Text>
          </Group>
          <Text mt="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {deviation.description}
          </Text>
        </div>
        {viewerMay.length > 0 && (
          <Group gap="xs">
            {viewerMay.map((task, index) => (
              <Button key={task} variant={index === 0 ? 'filled' : 'default'} onClick={() => onDo(task)}>
                {t(`deviations.${words[task]}`)}
              </Button>
            ))}
          </Group>
        )}
        <Improving deviation={deviation} />
        <Part title={t('deviations.impact.title')}>
          <ImpactTable impact={deviation.impact} />
        </Part>
        <Facts deviation={deviation} />
        {deviation.settlements.length > 0 && (
          <Part title={t('deviations.settlements')}>
            <SettlementList settlements={deviation.settlements} />
          </Part>
        )}
        {deviation.lessons.length > 0 && (
          <Part title={t('improvement.likeLessons')}>
            <LessonList lessons={deviation.lessons} />
          </Part>
        )}
        <Part title={t('deviations.history')}>
          <HistoryList id={deviation.id} news={news} />
        </Part>
      </Stack>
    </SideDrawer>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Facts({ deviation }: { deviation: DeviationData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useList();
  const instant = useInstant();
  const { openedBy, openedAt, route, routed, meeting, revision } = deviation;
  const way = t(`enums.DeviationRoute.${route}`);
  return (
    <FactList
      facts={[
        [t('deviations.openedBy'), openedBy ? t('deviations.byPerson', { name: openedBy.name, at: instant(openedAt) }) : t('deviations.byRule', { at: instant(openedAt) })],
        [t('deviations.route'), routed ? way : t('deviations.suggested', { route: way })],
        [t('deviations.routeNote'), deviation.routeNote],
        [t('deviations.supervisor'), deviation.supervisor.name],
        [t('deviations.units'), list.format(deviation.coordinatedUnits.map((unit) => unit.name))],
        [
          t('deviations.meeting'),
          meeting && (
            <Link className="plain-link" to={`/meetings/${meeting.id}`}>
              {t('meetings.of', { level: t(`enums.OfficeLevel.${meeting.level}`), day: formatDay(meeting.date, language) })}
            </Link>
          ),
        ],
        [
          t('revisions.title'),
          revision && (
            <Link className="plain-link" to={`/objectives/${deviation.objective.id}`}>
              {t(`enums.RevisionStatus.${revision.status}`)}
            </Link>
          ),
        ],
        [t('deviations.resolvedAt'), deviation.resolvedAt && instant(deviation.resolvedAt)],
        [t('deviations.closedAt'), deviation.closedAt && instant(deviation.closedAt)],
      ]}
    />
  );
}
