import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { CompleteResolution } from './meetings';

interface DoneDrawerProps {
  resolution: { id: string; text: string };
  onDone: () => void;
  onClose: () => void;
}

/** Whoever is responsible tells that a resolution is done, and how. */
export function DoneDrawer({ resolution, onDone, onClose }: DoneDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ note: '' });
  const complete = useFormCommand(CompleteResolution, form);
  const note = form.field('note');

  async function submit() {
    const missing = missingOf(form.values, ['note']);
    if (missing.length > 0) {
      complete.demand(missing);
      return;
    }
    if (!(await complete.submit({ resolutionId: resolution.id, note: form.values.note }))) return;
    notifications.show({ message: t('meetings.reportedDone') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('meetings.reportDone')} subject={resolution.text} submitLabel={t('meetings.reportDone')} form={form} command={complete} onSubmit={() => void submit()} onClose={onClose}>
      <Textarea
        label={t('meetings.note')}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        data-autofocus
        value={note.value}
        error={note.error}
        onChange={(event) => note.onChange(event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
