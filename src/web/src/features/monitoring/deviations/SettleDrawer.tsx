import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { SettleDeviation, type DeviationData } from './deviations';
import { SettlementList } from './SettlementList';

interface SettleDrawerProps {
  deviation: DeviationData;
  onDone: () => void;
  onClose: () => void;
}

/** Owner or superior signs what they agreed; what the other signed stands above. */
export function SettleDrawer({ deviation, onDone, onClose }: SettleDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ agreement: '' });
  const settle = useFormCommand(SettleDeviation, form);
  const agreement = form.field('agreement');
  const given = deviation.settlements.filter((one) => one.counts);

  async function submit() {
    const missing = missingOf(form.values, ['agreement']);
    if (missing.length > 0) {
      settle.demand(missing);
      return;
    }
    if (!(await settle.submit({ deviationId: deviation.id, agreement: form.values.agreement }))) return;
    notifications.show({ message: t('deviations.settled') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t('deviations.settle')}
      subject={`${deviation.objective.code} ${deviation.objective.title}`}
      submitLabel={t('deviations.settle')}
      form={form}
      command={settle}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text size="sm">{t('deviations.settleHint', { name: deviation.supervisor.name })}</Text>
      {given.length > 0 && <SettlementList settlements={given} />}
      <Textarea
        label={t('deviations.agreement')}
        description={t('deviations.agreementHint')}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        data-autofocus
        value={agreement.value}
        error={agreement.error}
        onChange={(event) => agreement.onChange(event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
