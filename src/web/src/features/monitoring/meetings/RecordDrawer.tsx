import { Button, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { placeErrors, type UserError } from '../../../api/userErrors';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import type { Choice } from '../../../components/RemoteSelect';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { choiceOfPerson } from '../../organization/pickers/people';
import { PeoplePicker } from '../../organization/pickers/PeoplePicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { fieldOf, fieldsOf, missingIn, type Entry, type EntryField } from './entries';
import type { Place } from './MeetingPlace';
import { HoldOfficeMeeting, type AgendaItemData } from './meetings';
import styles from './Meetings.module.css';
import { ResolutionFieldset } from './ResolutionFieldset';

interface RecordDrawerProps {
  /** As it was called; null of one that was held without. */
  meetingId: string | null;
  place: Place;
  /** What it can resolve about. */
  agenda: readonly AgendaItemData[];
  day: string | null;
  expected: readonly Choice[];
  /** Where one chooses which office met. */
  header?: (errorOf: (field: keyof Place) => string | undefined) => ReactNode;
  /** What is said instead of an agenda. */
  notice?: ReactNode;
  onDone: (meetingId: string) => void;
  onClose: () => void;
}

/** Writes down that a meeting was held: who attended, and what was resolved about which deviation. */
export function RecordDrawer({ meetingId, place, agenda, day, expected, header, notice, onDone, onClose }: RecordDrawerProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const { today } = useWorkspace();
  const hold = useCommand(HoldOfficeMeeting);
  const [date, setDate] = useState<string | null>(day);
  const [attendees, setAttendees] = useState<Choice[]>([...expected]);
  const [written, setEntries] = useState<Entry[]>([]);
  const entries = written.filter((entry) => agenda.some((deviation) => deviation.id === entry.deviationId));
  const [nextKey, setNextKey] = useState(1);
  const [refused, setRefused] = useState<{ errors: readonly UserError[]; general: string[]; attempt: number }>({ errors: [], general: [], attempt: 0 });
  const placed = placeErrors(refused.errors, ['unitId', 'level', 'date', 'attendeeIds', ...fieldsOf(entries)]);
  const refuse = (errors: readonly UserError[], general: string[] = []) => setRefused(({ attempt }) => ({ errors, general, attempt: attempt + 1 }));
  /** What was changed is not at fault any more, as far as one knows. */
  const change = (field: string) => setRefused((before) => ({ ...before, errors: before.errors.filter((error) => (error.path ?? []).slice(1).join('.') !== field) }));

  async function submit() {
    const missing = [...(place.unitId === null ? ['unitId'] : []), ...(date === null ? ['date'] : []), ...(attendees.length === 0 ? ['attendeeIds'] : []), ...missingIn(entries)];
    if (missing.length > 0) {
      refuse(missing.map((field) => ({ code: 'REQUIRED', message: t('common.required'), path: ['input', ...field.split('.')] })));
      return;
    }
    const { done, errors, failure } = await hold.run({
      meetingId,
      unitId: place.unitId ?? '',
      level: place.level,
      date: date ?? '',
      attendeeIds: attendees.map((one) => one.id),
      resolutions: entries.map(({ deviationId, text, correction, responsible, due }) => ({ deviationId, text, correction, responsibleId: responsible?.id ?? '', due: due ?? '' })),
    });
    if (!done?.officeMeeting) {
      refuse(errors, failure ? [describeFailure(failure, t)] : []);
      return;
    }
    notifications.show({ message: t('meetings.recorded') });
    // Closed by then, so that nothing is asked when the meeting is gone to.
    flushSync(onClose);
    onDone(done.officeMeeting.id);
  }

  function add(deviationId: string, responsible: Choice) {
    const entry = { key: nextKey, deviationId, text: '', correction: null, responsible, due: null };
    const after = entries.findLastIndex((one) => one.deviationId === deviationId);
    setEntries(after < 0 ? [...entries, entry] : entries.toSpliced(after + 1, 0, entry));
    setRefused((before) => ({ ...before, errors: [] }));
    setNextKey(nextKey + 1);
  }

  const set = (index: number, changes: Partial<Entry>, field: EntryField) => {
    setEntries(entries.map((one, i) => (i === index ? { ...one, ...changes } : one)));
    change(fieldOf(index, field));
  };
  const remove = (index: number) => {
    setEntries(entries.toSpliced(index, 1));
    setRefused((before) => ({ ...before, errors: [] }));
  };
  return (
    <FormDrawer
      title={t('meetings.record')}
      submitLabel={t('meetings.record')}
      form={{ isDirty: true, isConflict: false, general: [...refused.general, ...placed.general] }}
      command={{ busy: hold.busy, attempt: refused.attempt }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {header?.((field) => placed.fields[field])}
      <DayLanguage>
        <DateInput
          {...dayProps}
          label={t('meetings.date')}
          required
          size="sm"
          valueFormat="YYYY-MM-DD"
          maxDate={today}
          value={date}
          error={placed.fields.date}
          onChange={(value) => {
            setDate(value);
            change('date');
          }}
        />
      </DayLanguage>
      <PeoplePicker
        label={t('meetings.whoAttended')}
        required
        value={attendees}
        error={placed.fields.attendeeIds}
        onChange={(value) => {
          setAttendees(value);
          change('attendeeIds');
        }}
      />
      {notice ?? (
        <Text size="sm" c="dimmed">
          {t(agenda.length === 0 ? 'meetings.noAgenda' : 'meetings.recordHint')}
        </Text>
      )}
      {agenda.map((deviation) => {
        const title = deviation.objective.title;
        return (
          <section key={deviation.id} className={styles.about} aria-label={`${deviation.objective.code} ${title}`}>
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Text>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {deviation.objective.owner.name} · {deviation.description}
            </Text>
            <Stack gap="sm" mt="xs">
              {entries.map(
                (entry, index) =>
                  entry.deviationId === deviation.id && (
                    <ResolutionFieldset
                      key={entry.key}
                      entry={entry}
                      number={entries.slice(0, index + 1).filter((one) => one.deviationId === deviation.id).length}
                      errorOf={(field) => placed.fields[fieldOf(index, field)]}
                      minDue={date}
                      onChange={(changes, field) => set(index, changes, field)}
                      onRemove={() => remove(index)}
                    />
                  ),
              )}
              <div>
                <Button
                  variant="default"
                  size="compact-sm"
                  leftSection={<Icon name="plus" size={14} />}
                  aria-label={t('meetings.addResolutionTo', { title })}
                  onClick={() => add(deviation.id, choiceOfPerson(deviation.objective.owner))}
                >
                  {t('meetings.addResolution')}
                </Button>
              </div>
            </Stack>
          </section>
        );
      })}
    </FormDrawer>
  );
}
