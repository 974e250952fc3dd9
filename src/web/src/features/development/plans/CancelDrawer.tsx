import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { CancelItem, type ItemData } from './plans';

interface CancelDrawerProps {
  item: ItemData;
  planVersion: number;
  onDone: () => void;
  onClose: () => void;
}

/** Takes back what was planned. */
export function CancelDrawer({ item, planVersion, onDone, onClose }: CancelDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ reason: '' });
  const cancel = useFormCommand(CancelItem, form);
  const reason = form.field('reason');
  const leave = () => {
    onDone();
    onClose();
  };

  async function submit() {
    if (!(await cancel.submit({ id: item.id, expectedVersion: planVersion, reason: reason.value.trim() === '' ? null : reason.value }))) return;
    notifications.show({ message: t('development.cancelled') });
    leave();
  }

  return (
    <FormDrawer title={t('development.cancelItem')} subject={item.title} submitLabel={t('development.cancelItem')} submitColor="red.9" form={form} command={cancel} onReload={leave} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t('development.cancelHint')}</Text>
      <Textarea label={t('development.reason')} data-autofocus autosize minRows={2} maxRows={8} maxLength={4000} value={reason.value} onChange={(event) => reason.onChange(event.currentTarget.value)} error={reason.error} />
    </FormDrawer>
  );
}
