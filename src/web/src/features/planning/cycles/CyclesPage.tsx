import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { HistoryList } from '../../platform/history/HistoryList';
import { CycleStatusBadge } from '../objectives/StatusBadge';
import { CyclesQuery, stepsFrom, takesActuals, type CycleData } from './cycle';
import { MonthStrip } from './MonthStrip';
import { MoveCycleDialog } from './MoveCycleDialog';
import { OpenCycleDrawer } from './OpenCycleDrawer';
import { PolicyDrawer } from './PolicyDrawer';
import { PolicyFacts } from './PolicyFacts';

type Task = { kind: 'open' } | { kind: 'policy'; cycle: CycleData } | { kind: 'move'; cycle: CycleData; direction: 'forward' | 'back' };

export function CyclesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { may } = useWorkspace();
  const [task, setTask] = useState<Task | null>(null);
  const [details, setDetails] = useState<string | null>(null);
  const [news, setNews] = useState(0);
  const [{ data, error }, read] = useQuery({ query: CyclesQuery });
  const reload = () => {
    read({ requestPolicy: 'network-only' });
    setNews((n) => n + 1);
  };
  const mayChange = may('manageCycles');
  const close = () => setTask(null);

  return (
    <PageFrame
      title={t('cycles.title')}
      subtitle={t('cycles.hint')}
      actions={
        mayChange && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setTask({ kind: 'open' })}>
            {t('cycles.open')}
          </Button>
        )
      }
    >
      {!data && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />)}
      {data?.cycles.length === 0 && <EmptyState icon="calendar" title={t('cycles.none')} hint={mayChange ? t('cycles.noneHint') : undefined} />}
      {data?.cycles.map((cycle) => {
        const { forward, back } = stepsFrom(cycle.status);
        const shown = details === cycle.id;
        return (
          <Section
            key={cycle.id}
            title={cycle.name}
            actions={
              <Group gap="xs" wrap="nowrap">
                {data.currentCycle?.id === cycle.id && (
                  <Text size="xs" c="dimmed">
                    {t('cycles.current')}
                  </Text>
                )}
                <CycleStatusBadge status={cycle.status} />
              </Group>
            }
          >
            <Group px="md" py="sm" justify="space-between">
              <Text size="sm">
                {formatDay(cycle.start, language)} – {formatDay(cycle.end, language)}
              </Text>
              <Group gap="xs">
                <Link className="plain-link" style={{ fontSize: 13 }} to={`/tree?cycle=${cycle.id}`}>
                  {t('cycles.tree')}
                </Link>
                <Button variant="subtle" aria-expanded={shown} onClick={() => setDetails(shown ? null : cycle.id)}>
                  {t(shown ? 'cycles.less' : 'cycles.details')}
                </Button>
                {mayChange && back && (
                  <Button variant="subtle" onClick={() => setTask({ kind: 'move', cycle, direction: 'back' })}>
                    {t('cycles.back', { status: t(`enums.CycleStatus.${back}`) })}
                  </Button>
                )}
                {mayChange && forward && (
                  <Button variant="default" onClick={() => setTask({ kind: 'move', cycle, direction: 'forward' })}>
                    {t('cycles.forward', { status: t(`enums.CycleStatus.${forward}`) })}
                  </Button>
                )}
                {mayChange && (
                  <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => setTask({ kind: 'policy', cycle })}>
                    {t('cycles.policy')}
                  </Button>
                )}
              </Group>
            </Group>
            {takesActuals(cycle.status) && <MonthStrip cycle={cycle} mayChange={mayChange} onDone={reload} />}
            {shown && (
              <div style={{ borderTop: '1px solid var(--line)' }}>
                <PolicyFacts policy={cycle.policy} />
                <HistoryList id={cycle.id} news={news} />
              </div>
            )}
          </Section>
        );
      })}
      {task?.kind === 'open' && <OpenCycleDrawer cycles={data?.cycles ?? []} onDone={reload} onClose={close} />}
      {task?.kind === 'policy' && <PolicyDrawer cycle={task.cycle} onDone={reload} onClose={close} />}
      {task?.kind === 'move' && <MoveCycleDialog cycle={task.cycle} direction={task.direction} onDone={reload} onClose={close} />}
    </PageFrame>
  );
}
