import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices } from '../../../components/useChoices';
import { usePhone } from '../../../components/usePhone';
import { addDays, formatDay } from '../../../format/dates';
import { daysOf, weekOf } from '../../../format/weeks';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { takesActuals } from '../../planning/cycles/cycle';
import { useCycles } from '../../planning/cycles/useCycles';
import { AwaitedReports } from './AwaitedReports';
import { OwedReports } from './OwedReports';
import { PeopleLedQuery, type Week } from './week';
import { WeekAgenda } from './WeekAgenda';
import { WeekChanges } from './WeekChanges';
import { WeekDeviations } from './WeekDeviations';
import { WeekHealth } from './WeekHealth';
import { WeekMeetings } from './WeekMeetings';
import styles from './Week.module.css';

/** What a leader needs to know of his people in a week, and what he has to do about it. */
export function WeekPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const phone = usePhone();
  const { today } = useWorkspace();
  const [params, choose] = useChoices();
  const { cycles, cycle: current, isLoading, error, reload } = useCycles(params.get('cycle'));
  const [{ data: led, error: unled }, readLed] = useQuery({ query: PeopleLedQuery });
  const [news, setNews] = useState(0);
  const thisWeek = weekOf(today);
  const asked = params.get('week');
  const days = (asked === null ? null : daysOf(asked)) ?? daysOf(thisWeek);
  if (!days) return null;
  const { monday, sunday } = days;
  const name = weekOf(monday);
  const week: Week = { monday, sunday, place: name === thisWeek ? 'now' : sunday < today ? 'past' : 'toCome' };
  const followed = cycles.filter(({ status }) => takesActuals(status));
  const touches = (cycle: { start: string; end: string } | undefined) => cycle !== undefined && cycle.start <= sunday && monday <= cycle.end;
  const chosen = followed.find((one) => one.id === current?.id);
  const cycle = params.has('cycle') || touches(chosen) ? (chosen ?? followed[0]) : (followed.find(touches) ?? chosen ?? followed[0]);
  const people = led?.viewer.person.directReports;
  const failure = error ?? (led ? undefined : unled);

  const goTo = (day: string) => choose({ week: weekOf(day) === thisWeek ? null : weekOf(day) });
  const shared = cycle && { cycleId: cycle.id, week, news, onDone: () => setNews((n) => n + 1) };
  return (
    <PageFrame
      title={t('week.title')}
      subtitle={t(`week.span.${week.place}`, { week: Number(name.slice(6)), year: name.slice(0, 4), from: formatDay(monday, language), until: formatDay(sunday, language) })}
      actions={
        <Group gap="xs" wrap="nowrap" role="group" aria-label={t('week.choose')}>
          <Button variant="default" px="sm" leftSection={phone ? undefined : <Icon name="chevronLeft" />} onClick={() => goTo(addDays(monday, -7))}>
            {t('week.previous')}
          </Button>
          <Button variant="default" px="sm" disabled={week.place === 'now'} onClick={() => goTo(today)}>
            {t('week.now')}
          </Button>
          <Button variant="default" px="sm" rightSection={phone ? undefined : <Icon name="chevronRight" />} onClick={() => goTo(addDays(monday, 7))}>
            {t('week.next')}
          </Button>
        </Group>
      }
    >
      {followed.length > 1 && cycle && (
        <Select
          size="xs"
          w={190}
          mb="sm"
          aria-label={t('tree.cycle')}
          allowDeselect={false}
          data={followed.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
          value={cycle.id}
          onChange={(id) => choose({ cycle: id })}
        />
      )}
      {failure ? (
        <FailureState
          error={failure}
          onRetry={() => {
            reload();
            readLed({ requestPolicy: 'network-only' });
          }}
        />
      ) : isLoading || !people ? (
        <LoadingRows />
      ) : !shared ? (
        <EmptyState icon="calendar" title={t('control.noCycle')} hint={t('control.noCycleHint')} />
      ) : people.length === 0 ? (
        <EmptyState icon="people" title={t('week.nobody')} hint={t('week.nobodyHint')} />
      ) : (
        <div key={`${shared.cycleId} ${name}`} className={styles.week}>
          <div>
            <OwedReports {...shared} />
            <AwaitedReports {...shared} />
            {week.place !== 'past' && <WeekAgenda {...shared} />}
          </div>
          <div>
            <WeekDeviations {...shared} />
            <WeekMeetings {...shared} />
            {week.place !== 'toCome' && <WeekChanges {...shared} />}
          </div>
          <div className={styles.wide}>
            <WeekHealth {...shared} />
          </div>
        </div>
      )}
    </PageFrame>
  );
}
