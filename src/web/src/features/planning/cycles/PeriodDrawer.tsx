import { SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { ClosePeriod, ReopenPeriod, type CycleData } from './cycle';
import { choicesFor } from './months';

interface PeriodDrawerProps {
  cycle: CycleData;
  /** The month that was chosen. */
  month: string;
  today: string;
  onDone: () => void;
  onClose: () => void;
}

/** Closes a month, or its quarter or year, or opens it again, for which a reason is needed. */
export function PeriodDrawer({ cycle, month, today, onDone, onClose }: PeriodDrawerProps) {
  const { t } = useTranslation();
  const isClosed = cycle.closedPeriods.includes(month);
  const form = useForm({ period: month, reason: '' });
  const close = useFormCommand(ClosePeriod, form);
  const reopen = useFormCommand(ReopenPeriod, form);
  const command = isClosed ? reopen : close;
  const choices = choicesFor(month, cycle, today);
  const [period, reason] = [form.field('period'), form.field('reason')];
  const title = t(isClosed ? 'cycles.months.reopen' : 'cycles.months.close');

  async function submit() {
    const missing = isClosed ? missingOf(form.values, ['reason']) : [];
    if (missing.length > 0) {
      command.demand(missing);
      return;
    }
    const done = await command.submit({ cycleId: cycle.id, period: period.value, reason: reason.value.trim() === '' ? null : reason.value });
    if (!done) return;
    notifications.show({ message: t(isClosed ? 'cycles.months.reopened' : 'cycles.months.closed', { period: period.value }) });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={title} subject={cycle.name} submitLabel={title} form={form} command={command} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t(isClosed ? 'cycles.months.reopenHint' : 'cycles.months.closeHint')}</Text>
      <Stack gap={4}>
        <SegmentedControl aria-label={t('cycles.months.period')} data={choices} value={period.value} onChange={period.onChange} />
        {period.error && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {period.error}
          </Text>
        )}
      </Stack>
      <Textarea
        label={t('cycles.months.reason')}
        required={isClosed}
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        value={reason.value}
        onChange={(event) => reason.onChange(event.currentTarget.value)}
        error={reason.error}
      />
    </FormDrawer>
  );
}
