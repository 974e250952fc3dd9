import { Select } from '@mantine/core';
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
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { mayHold } from './mayHold';
import { ScheduleOfficeMeeting, type OfficeLevel } from './meetings';

const levels: readonly OfficeLevel[] = ['DEPARTMENT', 'COMPANY'];

interface ScheduleDrawerProps {
  onDone: (meetingId: string) => void;
  onClose: () => void;
}

/** Calls an office meeting of a unit that one leads, or of the company. */
export function ScheduleDrawer({ onDone, onClose }: ScheduleDrawerProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const workspace = useWorkspace();
  const { organization, today, viewer } = workspace;
  const own = viewer.person.unit.id;
  const root = organization.root?.id ?? null;
  const may = organization.units.filter((unit) => mayHold(workspace, unit.id)).map((unit) => unit.id);
  const form = useForm<{ unitId: string | null; level: OfficeLevel; date: string | null; attendeeIds: Choice[] }>({
    unitId: may.includes(own) ? own : (may[0] ?? null), level: own === root ? 'COMPANY' : 'DEPARTMENT', date: null, attendeeIds: [],
  });
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
      <Select
        label={t('meetings.level')}
        required
        allowDeselect={false}
        data={levels.map((one) => ({ value: one, label: t(`enums.OfficeLevel.${one}`) }))}
        value={level}
        error={form.field('level').error}
        onChange={(value) => {
          if (!value) return;
          form.set('level', value);
          if (value === 'COMPANY') form.set('unitId', root);
        }}
      />
      <UnitPicker label={t('meetings.unit')} required without={new Set(organization.units.filter((unit) => !may.includes(unit.id)).map((unit) => unit.id))} {...form.field('unitId')} />
      <DayLanguage>
        <DateInput {...dayProps} label={t('meetings.date')} required size="sm" valueFormat="YYYY-MM-DD" minDate={today} {...form.field('date')} />
      </DayLanguage>
      <PeoplePicker label={t('meetings.attendees')} {...form.field('attendeeIds')} />
    </FormDrawer>
  );
}
