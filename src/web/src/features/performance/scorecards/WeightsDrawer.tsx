import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { ConfirmRebalance, RequestRebalance, type CardData, type RebalanceData } from './scorecards';
import { WeightFields, type Weights } from './WeightFields';
import { missingTo100 } from './weights';

interface WeightsDrawerProps {
  card: CardData;
  rebalance: RebalanceData;
  /** The member asks; else the leader confirms. */
  isRequest: boolean;
  onDone: () => void;
  onClose: () => void;
}

/** The member says how he would have his weights after an exemption; the leader confirms them, or gives others. */
export function WeightsDrawer({ card, rebalance, isRequest, onDone, onClose }: WeightsDrawerProps) {
  const { t } = useTranslation();
  const asked: Weights = Object.fromEntries(rebalance.after.map(({ item, weight }) => [item.id, weight]));
  const items = card.items.filter((item) => item.status === 'ACTIVE');
  const form = useForm({ weights: asked });
  const request = useFormCommand(RequestRebalance, form);
  const confirm = useFormCommand(ConfirmRebalance, form);
  const command = isRequest ? request : confirm;
  const weights = form.field('weights');
  const isChanged = items.some((item) => weights.value[item.id] !== asked[item.id]);
  const disagrees = !isRequest && rebalance.status === 'REQUESTED' && isChanged;

  async function submit() {
    const given = items.map((item) => ({ itemId: item.id, weight: weights.value[item.id] ?? '0' }));
    if (missingTo100(given.map((one) => one.weight)) !== '0') {
      command.demand(['weights'], t('scorecards.mustBe100'));
      return;
    }
    const done = await command.submit({ rebalanceId: rebalance.id, expectedVersion: card.version, weights: isChanged ? given : null });
    if (!done) return;
    notifications.show({ message: t(isRequest ? 'scorecards.requested' : disagrees ? 'scorecards.leftToHr' : 'scorecards.confirmed') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t(isRequest ? 'scorecards.do.REQUEST' : 'scorecards.do.CONFIRM')}
      subject={t('scorecards.causedBy', { cause: rebalance.cause.externalCause })}
      submitLabel={t(isRequest ? 'scorecards.ask' : disagrees ? 'scorecards.toHr' : 'scorecards.confirm')}
      form={form}
      command={command}
      onReload={() => {
        onDone();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text size="sm">{t(isRequest ? 'scorecards.requestHint' : rebalance.status === 'REQUESTED' ? 'scorecards.confirmAskedHint' : 'scorecards.confirmHint')}</Text>
      <WeightFields
        items={items}
        value={weights.value}
        onChange={weights.onChange}
        error={weights.error}
        limits={{ proposed: new Map(rebalance.proposed.map(({ item, weight }) => [item.id, weight])), bound: card.cycle.policy.rebalanceBound }}
      />
      {disagrees && (
        <Text size="sm" fw={600}>
          {t('scorecards.disagree')}
        </Text>
      )}
    </FormDrawer>
  );
}
