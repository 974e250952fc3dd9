import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { RemoveWork } from './work';

interface RemoveDrawerProps {
  title: string;
  hint: string;
  subject: { id: string; version: number; name: string };
  onDone: () => void;
  onClose: () => void;
}

/** Takes a milestone or a work item out of its plan. */
export function RemoveDrawer({ title, hint, subject, onDone, onClose }: RemoveDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ reason: '' });
  const remove = useFormCommand(RemoveWork, form);
  const reason = form.field('reason');

  async function submit() {
    const done = await remove.submit({ id: subject.id, expectedVersion: subject.version, reason: form.values.reason.trim() === '' ? null : form.values.reason });
    if (!done) return;
    notifications.show({ message: t('work.removed') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={title}
      subject={subject.name}
      submitLabel={title}
      submitColor="red.9"
      form={form}
      command={remove}
      onReload={() => {
        onDone();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text size="sm">{hint}</Text>
      <Textarea label={t('work.reason')} autosize minRows={2} maxRows={8} data-autofocus value={reason.value} onChange={(event) => reason.onChange(event.currentTarget.value)} error={reason.error} />
    </FormDrawer>
  );
}
