import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { AnswerSupport, type SupportData, type SupportStatus } from './support';

interface AnswerDrawerProps {
  request: SupportData;
  status: SupportStatus;
  onDone: () => void;
  onClose: () => void;
}

export function AnswerDrawer({ request, status, onDone, onClose }: AnswerDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ answer: '' });
  const answer = useFormCommand(AnswerSupport, form);
  const text = form.field('answer');

  async function submit() {
    const missing = missingOf(form.values, ['answer']);
    if (missing.length > 0) {
      answer.demand(missing);
      return;
    }
    const done = await answer.submit({ supportRequestId: request.id, status, answer: form.values.answer });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t(`support.do.${status}`)} subject={request.what} submitLabel={t(`support.do.${status}`)} form={form} command={answer} onSubmit={() => void submit()} onClose={onClose}>
      <Textarea label={t('support.answer')} required autosize minRows={3} maxRows={10} data-autofocus value={text.value} onChange={(event) => text.onChange(event.currentTarget.value)} error={text.error} />
    </FormDrawer>
  );
}
