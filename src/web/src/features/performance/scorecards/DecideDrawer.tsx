import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { DecideRebalance, type CardData, type RebalanceData } from './scorecards';
import { WeightFields, type Weights } from './WeightFields';

interface DecideDrawerProps {
  card: CardData;
  rebalance: RebalanceData;
  onDone: () => void;
  onClose: () => void;
}

interface Values {
  approve: boolean;
  weights: Weights;
  reason: string;
}

/** HR decides what leader and member do not agree on, or where nothing is left to carry the weight. */
export function DecideDrawer({ card, rebalance, onDone, onClose }: DecideDrawerProps) {
  const { t } = useTranslation();
  const items = card.items.filter((item) => item.status === 'ACTIVE');
  const asked: Weights = Object.fromEntries(rebalance.after.map(({ item, weight }) => [item.id, weight]));
  const form = useForm<Values>({ approve: true, weights: asked, reason: '' });
  const command = useFormCommand(DecideRebalance, form);
  const { values, set, field } = form;
  const isChanged = items.some((item) => values.weights[item.id] !== asked[item.id]);

  async function submit() {
    const missing = missingOf(values, ['reason']);
    if (missing.length > 0) {
      command.demand(missing);
      return;
    }
    const weights = values.approve && isChanged ? items.map((item) => ({ itemId: item.id, weight: values.weights[item.id] ?? '0' })) : null;
    const done = await command.submit({ rebalanceId: rebalance.id, approve: values.approve, weights, reason: values.reason });
    if (!done) return;
    notifications.show({ message: t('scorecards.decided') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('scorecards.do.DECIDE')} subject={t('scorecards.causedBy', { cause: rebalance.cause.externalCause })} submitLabel={t('scorecards.decide')} form={form} command={command} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t(items.length === 0 ? 'scorecards.nothingLeft' : 'scorecards.noAgreement')}</Text>
      <Radio.Group label={t('scorecards.decision')} value={values.approve ? 'yes' : 'no'} onChange={(value) => set('approve', value === 'yes')}>
        <Stack gap={6} mt={6}>
          <Radio value="yes" label={t(items.length === 0 ? 'scorecards.acceptNothing' : 'scorecards.approve')} />
          <Radio value="no" label={t('scorecards.reject')} />
        </Stack>
      </Radio.Group>
      {values.approve && items.length > 0 && <WeightFields items={items} value={values.weights} onChange={(weights) => set('weights', weights)} error={field('weights').error} limits={null} />}
      <Textarea label={t('scorecards.reason')} required autosize minRows={3} maxLength={2000} value={values.reason} onChange={(event) => set('reason', event.currentTarget.value)} error={field('reason').error} />
    </FormDrawer>
  );
}
