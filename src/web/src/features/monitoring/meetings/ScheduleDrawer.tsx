import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import type { Choice } from '../../../components/RemoteSelect';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { PeoplePicker } from '../../organization/pickers/PeoplePicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { MeetingPlace, ownPlace, type Place } from './MeetingPlace';
import { ScheduleOfficeMeeting } from './meetings';

interface ScheduleDrawerProps {
  onDone: (meetingId: string) => void;
  onClose: () => void;
}

/** Calls an office meeting of a unit that one leads, or of the company. */
export function ScheduleDrawer({ onDone, onClose }: ScheduleDrawerProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const workspace = useWorkspace();
  const { today } = workspace;
  const form = useForm<Place & { date: string | null; attendeeIds: Choice[] }>({ ...ownPlace(workspace), date: null, attendeeIds: [] });
  const schedule = useFormCommand(ScheduleOfficeMeeting, form);
  const { unitId, level, date, attendeeIds } = form.values;

  async function submit() {
    const missing = missingOf(form.values, ['unitId', 'date']);
    if (missing.length > 0) {
      schedule.demand(missing);
      return;
    }
    const done = await schedule.submit({ unitId: unitId ?? '', level, date: date ?? '', attendeeIds: attendeeIds.map((one) => one.id) });
    if (!done?.officeMeeting) return;
    notifications.show({ message: t('meetings.scheduled') });
    onClose();
    onDone(done.officeMeeting.id);
  }

  return (
    <FormDrawer title={t('meetings.schedule')} submitLabel={t('meetings.schedule')} form={form} command={schedule} onSubmit={() => void submit()} onClose={onClose}>
      <MeetingPlace
        value={{ unitId, level }}
        errorOf={(field) => form.field(field).error}
        onChange={(place) => {
          form.set('unitId', place.unitId);
          form.set('level', place.level);
        }}
      />
      <DayLanguage>
        <DateInput {...dayProps} label={t('meetings.date')} required size="sm" valueFormat="YYYY-MM-DD" minDate={today} {...form.field('date')} />
      </DayLanguage>
      <PeoplePicker label={t('meetings.attendees')} {...form.field('attendeeIds')} />
    </FormDrawer>
  );
}
