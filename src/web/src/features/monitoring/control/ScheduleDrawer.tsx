import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { readDecimal } from '../../../format/decimal';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { useWorkspace } from '../../organization/workspace/workspace';
import { ScheduleControlPoint } from './points';

interface ScheduleDrawerProps {
  objectiveId: string;
  onDone: () => void;
  onClose: () => void;
}

/** Sets a day at which an objective is controlled, beside those of the calendar. */
export function ScheduleDrawer({ objectiveId, onDone, onClose }: ScheduleDrawerProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const { today } = useWorkspace();
  const form = useForm<{ date: string | null; tolerance: string | null }>({ date: null, tolerance: null });
  const schedule = useFormCommand(ScheduleControlPoint, form);
  const { date, tolerance } = form.values;

  async function submit() {
    const missing = missingOf(form.values, ['date']);
    if (missing.length > 0) {
      schedule.demand(missing);
      return;
    }
    if (tolerance !== null && readDecimal(tolerance) === null) {
      schedule.demand(['tolerance'], t('common.notANumber'));
      return;
    }
    const done = await schedule.submit({ objectiveId, date: date ?? '', tolerance });
    if (!done) return;
    notifications.show({ message: t('control.scheduled') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('control.schedule')} submitLabel={t('control.schedule')} form={form} command={schedule} onSubmit={() => void submit()} onClose={onClose}>
      <DayLanguage>
        <DateInput {...dayProps} label={t('control.date')} description={t('control.dateHint')} required size="sm" valueFormat="YYYY-MM-DD" minDate={today} data-autofocus {...form.field('date')} />
      </DayLanguage>
      <DecimalField label={t('control.tolerance')} description={t('control.toleranceHint')} unit="%" {...form.field('tolerance')} />
    </FormDrawer>
  );
}
