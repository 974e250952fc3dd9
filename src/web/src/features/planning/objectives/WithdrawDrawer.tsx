import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import type { ObjectiveRowData } from '../tree/ObjectiveRow';
import { WithdrawObjective } from './ObjectiveDetail';

interface WithdrawDrawerProps {
  objective: { id: string; version: number; code: string; title: string };
  onDone: (row: ObjectiveRowData) => void;
  onReload: () => void;
  onClose: () => void;
}

export function WithdrawDrawer({ objective, onDone, onReload, onClose }: WithdrawDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ reason: '' });
  const withdraw = useFormCommand(WithdrawObjective, form);
  const reason = form.field('reason');

  async function submit() {
    const done = await withdraw.submit({ id: objective.id, expectedVersion: objective.version, reason: form.values.reason });
    if (done?.objective) {
      notifications.show({ message: t('objective.withdrawn') });
      onDone(done.objective);
      onClose();
    }
  }

  return (
    <FormDrawer
      title={t('objective.withdraw')}
      subject={`${objective.code} ${objective.title}`}
      submitLabel={t('objective.withdraw')}
      submitColor="red.9"
      form={form}
      command={withdraw}
      onReload={() => {
        onReload();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text size="sm">{t('objective.withdrawHint')}</Text>
      <Textarea label={t('objective.reason')} required autosize minRows={3} maxRows={8} data-autofocus value={reason.value} onChange={(e) => reason.onChange(e.currentTarget.value)} error={reason.error} />
    </FormDrawer>
  );
}
