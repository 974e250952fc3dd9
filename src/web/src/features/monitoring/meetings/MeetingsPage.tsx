import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { useChoices } from '../../../components/useChoices';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { takesActuals } from '../../planning/cycles/cycle';
import { CycleSelect } from '../../planning/cycles/CycleSelect';
import { useCycles, type CycleChoice } from '../../planning/cycles/useCycles';
import { HeldDrawer } from './HeldDrawer';
import { mayHold } from './mayHold';
import { MeetingLines } from './MeetingLines';
import { MeetingsQuery, type MeetingLineData } from './meetings';
import { ScheduleDrawer } from './ScheduleDrawer';

/** The office meetings of a cycle: those to come, and those that were held. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { cycles, cycle: current, isLoading, error, reload } = useCycles(params.get('cycle'));
  const [doing, setDoing] = useState<'schedule' | 'record' | null>(null);
  const followed = cycles.filter(({ status }) => takesActuals(status));
  const cycle = followed.find((one) => one.id === current?.id) ?? followed[0];
  const goTo = (id: string) => void navigate(`/meetings/${id}`);
  return (
    <PageFrame
      title={t('meetings.title')}
      subtitle={t('meetings.hint')}
      actions={
        mayHold(workspace) && (
          <>
            {cycle && (
              <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => setDoing('record')}>
                {t('meetings.recordHeld')}
              </Button>
            )}
            <Button leftSection={<Icon name="plus" />} onClick={() => setDoing('schedule')}>
              {t('meetings.schedule')}
            </Button>
          </>
        )
      }
    >
      {isLoading && <LoadingRows />}
      {error && <FailureState error={error} onRetry={reload} />}
      {!isLoading && !error && !cycle && <EmptyState icon="calendar" title={t('deviations.noCycle')} hint={t('deviations.noCycleHint')} />}
      {cycle && <Meetings key={cycle.id} cycle={cycle} cycles={followed} />}
      {doing === 'schedule' && <ScheduleDrawer onDone={goTo} onClose={() => setDoing(null)} />}
      {doing === 'record' && cycle && <HeldDrawer cycleId={cycle.id} onDone={goTo} onClose={() => setDoing(null)} />}
    </PageFrame>
  );
}

interface MeetingsProps {
  cycle: CycleChoice;
  cycles: readonly CycleChoice[];
}

function Meetings({ cycle, cycles }: MeetingsProps) {
  const { t } = useTranslation();
  const [params, choose] = useChoices();
  const unitId = params.get('unit');
  const [{ data, error }, read] = useQuery({ query: MeetingsQuery, variables: { cycleId: cycle.id, unitId } });
  const meetings = data?.officeMeetings;
  const coming = meetings?.filter((meeting) => !meeting.held).reverse();
  const held = meetings?.filter((meeting) => meeting.held);
  return (
    <>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('meetings.tools')}>
        <CycleSelect cycles={cycles} value={cycle.id} onChange={(id) => choose({ cycle: id })} />
        <UnitPicker size="xs" aria-label={t('meetings.unit')} placeholder={t('meetings.allUnits')} clearable value={unitId} onChange={(id) => choose({ unit: id })} />
      </Group>
      {!meetings && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />)}
      {meetings?.length === 0 && <EmptyState icon="meeting" title={t('meetings.none')} hint={t('meetings.noneHint')} />}
      {meetings && meetings.length > 0 && (
        <>
          <MeetingList title={t('meetings.coming')} meetings={coming ?? []} none={t('meetings.noneComing')} />
          <MeetingList title={t('meetings.heldOnes')} meetings={held ?? []} none={t('meetings.noneHeld')} />
        </>
      )}
    </>
  );
}

function MeetingList({ title, meetings, none }: { title: string; meetings: readonly MeetingLineData[]; none: string }) {
  return (
    <Section title={title} actions={<span className="number">{meetings.length}</span>}>
      {meetings.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {none}
        </Text>
      )}
      {meetings.length > 0 && <MeetingLines label={title} meetings={meetings} />}
    </Section>
  );
}
