import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { DisputeAppraisal } from './appraisals';
import type { AppraisalDrawerProps } from './SelfAppraiseDrawer';

/** The person does not accept what was found. */
export function DisputeDrawer({ card, onDone, onClose }: AppraisalDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ reason: '' });
  const command = useFormCommand(DisputeAppraisal, form);

  async function submit() {
    const missing = missingOf(form.values, ['reason']);
    if (missing.length > 0) {
      command.demand(missing);
      return;
    }
    const done = await command.submit({ scorecardId: card.id, reason: form.values.reason });
    if (!done) return;
    notifications.show({ message: t('appraisals.disputed') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('appraisals.do.DISPUTE')} subject={card.cycle.name} submitLabel={t('appraisals.do.DISPUTE')} form={form} command={command} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t('appraisals.disputeHint')}</Text>
      <Textarea label={t('appraisals.reason')} required autosize minRows={4} maxLength={2000} data-autofocus value={form.values.reason} onChange={(event) => form.set('reason', event.currentTarget.value)} error={form.field('reason').error} />
    </FormDrawer>
  );
}
