import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FactList } from '../../../components/FactList';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import { formatDay } from '../../../format/dates';
import { percentOfOne } from '../../../format/percent';
import { useLanguage } from '../../../i18n/useLanguage';
import { useList } from '../../../i18n/useList';
import { choiceOfPerson } from '../../organization/pickers/people';
import { useWorkspace } from '../../organization/workspace/workspace';
import { DeviationDrawer } from '../deviations/DeviationDrawer';
import { DeviationStatusBadge } from '../deviations/DeviationStatusBadge';
import { DoneDrawer } from './DoneDrawer';
import { mayHold } from './mayHold';
import { MeetingQuery, type AgendaItemData, type MeetingData, type ResolutionData } from './meetings';
import styles from './Meetings.module.css';
import { RecordDrawer } from './RecordDrawer';
import { ResolutionItem } from './ResolutionItem';

/** An office meeting: its agenda with what each deviation endangers, and what it resolved. */
export function MeetingPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [{ data, error, fetching }, read] = useQuery({ query: MeetingQuery, variables: { id } });
  const reload = () => read({ requestPolicy: 'network-only' });
  const meeting = data?.node && 'held' in data.node && data.node.id === id ? data.node : null;
  if (!meeting) {
    if (error) return <FailureState error={error} onRetry={reload} />;
    if (fetching || !data) return <LoadingRows />;
    return (
      <PageFrame title={t('meetings.missing')}>
        <EmptyState icon="search" title={t('meetings.missing')} hint={t('meetings.missingHint')} />
      </PageFrame>
    );
  }
  return <Shown meeting={meeting} onDone={reload} />;
}

function Shown({ meeting, onDone }: { meeting: MeetingData; onDone: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useList();
  const workspace = useWorkspace();
  const [opened, setOpened] = useState<string | null>(null);
  const [recording, setRecording] = useState(false);
  const [finishing, setFinishing] = useState<ResolutionData | null>(null);
  const { level, date, held, unit, agenda, resolutions } = meeting;
  const canRecord = mayHold(workspace, unit.id) && !held && date <= workspace.today;
  return (
    <PageFrame
      title={t('meetings.of', { level: t(`enums.OfficeLevel.${level}`), day: formatDay(date, language) })}
      above={
        <Link className="plain-link" style={{ fontSize: 12 }} to="/meetings">
          {t('meetings.back')}
        </Link>
      }
      actions={
        canRecord && (
          <Button leftSection={<Icon name="edit" />} onClick={() => setRecording(true)}>
            {t('meetings.record')}
          </Button>
        )
      }
    >
      <Section title={t(`enums.OfficeLevel.${level}`)}>
        <FactList
          facts={[
            [
              t('meetings.unit'),
              <Link key="unit" className="plain-link" to={`/units/${unit.id}`}>
                {unit.name}
              </Link>,
            ],
            [t('meetings.date'), formatDay(date, language)],
            [t('meetings.state'), t(held ? 'meetings.isHeld' : date < workspace.today ? 'meetings.notRecorded' : 'meetings.toCome')],
            [t(held ? 'meetings.whoAttended' : 'meetings.attendees'), list.format(meeting.attendees.map((person) => person.name))],
          ]}
        />
      </Section>
      <Section title={t(held ? 'meetings.agendaHeld' : 'meetings.agenda')} actions={<span className="number">{agenda.length}</span>}>
        {agenda.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {t(held ? 'meetings.noAgendaHeld' : 'meetings.noAgenda')}
          </Text>
        )}
        {agenda.length > 0 && (
          <ol className={styles.list} aria-label={t('meetings.agenda')}>
            {agenda.map((deviation) => (
              <AgendaItem key={deviation.id} deviation={deviation} onOpen={() => setOpened(deviation.id)} />
            ))}
          </ol>
        )}
      </Section>
      {held && (
        <Section title={t('meetings.resolutions')} actions={<span className="number">{resolutions.length}</span>}>
          {resolutions.length === 0 && (
            <Text size="sm" c="dimmed" p="md">
              {t('meetings.noResolutions')}
            </Text>
          )}
          {resolutions.length > 0 && (
            <ol className={styles.list} aria-label={t('meetings.resolutions')}>
              {resolutions.map((resolution) => (
                <ResolutionItem
                  key={resolution.id}
                  resolution={resolution}
                  origin={
                    <Link className="plain-link" style={{ fontSize: 12.5, overflowWrap: 'anywhere' }} to={`/objectives/${resolution.deviation.objective.id}`}>
                      {resolution.deviation.objective.title}
                    </Link>
                  }
                  onFinish={() => setFinishing(resolution)}
                />
              ))}
            </ol>
          )}
        </Section>
      )}
      {opened && <DeviationDrawer key={opened} deviationId={opened} onDone={onDone} onClose={() => setOpened(null)} />}
      {recording && (
        <RecordDrawer
          meetingId={meeting.id}
          place={{ unitId: meeting.unit.id, level: meeting.level }}
          agenda={meeting.agenda}
          day={meeting.date}
          expected={meeting.attendees.map(choiceOfPerson)}
          onDone={onDone}
          onClose={() => setRecording(false)}
        />
      )}
      {finishing && <DoneDrawer resolution={finishing} onDone={onDone} onClose={() => setFinishing(null)} />}
    </PageFrame>
  );
}

function AgendaItem({ deviation, onOpen }: { deviation: AgendaItemData; onOpen: () => void }) {
  const { t } = useTranslation();
  const { objective, impact } = deviation;
  const share = (attainment: string | null) => (attainment === null ? '—' : t('common.percent', { percent: groupDecimal(percentOfOne(attainment), 1) }));
  return (
    <li className={styles.item} data-deviation={deviation.id}>
      <button type="button" className={styles.open} onClick={onOpen}>
        {objective.title}
      </button>
      <Group gap="xs">
        <DeviationStatusBadge status={deviation.status} />
        <Text size="xs" c="dimmed">
          <span className="number">{objective.code}</span> · {objective.owner.name} · {t(`enums.DeviationKind.${deviation.kind}`)} · {t(`enums.DeviationSeverity.${deviation.severity}`)}
          {deviation.externalCause && ` · ${t('deviations.external')}`}
        </Text>
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {deviation.description}
      </Text>
      {impact
        .filter((effect) => effect.endangered)
        .map((effect) => (
          <div key={effect.objective.id} className={styles.danger}>
            <Icon name="warning" size={12} />
            {t('meetings.effect', { title: effect.objective.title, before: share(effect.forecastBefore), after: share(effect.forecastAfter) })}
          </div>
        ))}
    </li>
  );
}
