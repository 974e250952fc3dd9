import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { WaiveReadiness } from './readiness';

interface WaiveReadinessDrawerProps {
  person: { id: string; name: string };
  onDone: () => void;
  onClose: () => void;
}

/** A higher leader lets somebody commit who is not ready, and says why. */
export function WaiveReadinessDrawer({ person, onDone, onClose }: WaiveReadinessDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ reason: '' });
  const waive = useFormCommand(WaiveReadiness, form);
  const reason = form.field('reason');

  async function submit() {
    const missing = missingOf(form.values, ['reason']);
    if (missing.length > 0) {
      waive.demand(missing);
      return;
    }
    if (!(await waive.submit({ personId: person.id, reason: form.values.reason }))) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('readiness.waiveTitle')} subject={person.name} submitLabel={t('readiness.waive')} form={form} command={waive} onSubmit={() => void submit()} onClose={onClose}>
      <Textarea label={t('readiness.reason')} description={t('readiness.waiveHint')} required data-autofocus autosize minRows={3} maxRows={10} maxLength={4000} value={reason.value} onChange={(event) => reason.onChange(event.currentTarget.value)} error={reason.error} />
    </FormDrawer>
  );
}
