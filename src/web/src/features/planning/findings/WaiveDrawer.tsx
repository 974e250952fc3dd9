import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { WaiveFinding, type FindingData } from './findings';

interface WaiveDrawerProps {
  finding: FindingData;
  onDone: () => void;
  onClose: () => void;
}

/** A higher leader accepts a finding as it is, and says why. */
export function WaiveDrawer({ finding, onDone, onClose }: WaiveDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ reason: '' });
  const waive = useFormCommand(WaiveFinding, form);
  const reason = form.field('reason');

  async function submit() {
    const missing = missingOf(form.values, ['reason']);
    if (missing.length > 0) {
      waive.demand(missing);
      return;
    }
    if (!(await waive.submit({ findingId: finding.id, reason: form.values.reason }))) return;
    notifications.show({ message: t('findings.waived') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('findings.waive')} subject={finding.message} submitLabel={t('findings.waive')} form={form} command={waive} onSubmit={() => void submit()} onClose={onClose}>
      <Textarea label={t('findings.reason')} description={t('findings.waiveHint')} required autosize minRows={3} maxRows={10} data-autofocus value={reason.value} onChange={(event) => reason.onChange(event.currentTarget.value)} error={reason.error} />
    </FormDrawer>
  );
}
