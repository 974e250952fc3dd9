import { Fieldset, Input, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { groupDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import { Said } from '../../monitoring/control/Said';
import { meanOf, plus } from '../scorecards/weights';
import { faultOf, isNothing, mostPoints, type Adjustments } from './adjustments';
import { Appraise } from './appraisals';
import type { AppraisalDrawerProps } from './SelfAppraiseDrawer';

interface Values {
  review: string;
  adjustments: Adjustments;
}

const untouched = { points: null, reason: '' };

/** The leader appraises: what the rules gave stands, and what he adjusts has its reason. */
export function AppraiseDrawer({ card, onDone, onClose }: AppraisalDrawerProps) {
  const { t } = useTranslation();
  const judged = card.items.filter((item) => item.status === 'ACTIVE' && item.ruleScore !== null);
  const form = useForm<Values>({
    review: card.appraisal?.leaderReview ?? '',
    adjustments: Object.fromEntries(judged.map((item) => [item.id, item.adjustment ? { points: item.adjustment.points, reason: item.adjustment.reason } : untouched])),
  });
  const command = useFormCommand(Appraise, form);
  const { values, set, field } = form;
  const adjustmentOf = (id: string) => values.adjustments[id] ?? untouched;
  const score = meanOf(
    judged.map((item) => ({ weight: item.weight, score: faultOf(item, { ...adjustmentOf(item.id), reason: '-' }) === null && item.ruleScore ? plus(item.ruleScore, adjustmentOf(item.id).points) : item.ruleScore })),
  );

  async function submit() {
    const missing = missingOf(values, ['review']);
    const faulty = judged.some((item) => faultOf(item, adjustmentOf(item.id)) !== null);
    if (missing.length > 0) {
      command.demand(missing);
      return;
    }
    if (faulty) {
      command.demand(['adjustments'], t('appraisals.mendAdjustments'));
      return;
    }
    const adjustments = judged.map((item) => ({ itemId: item.id, ...adjustmentOf(item.id) })).flatMap(({ itemId, points, reason }) => (points === null || isNothing(points) ? [] : [{ itemId, points, reason }]));
    const done = await command.submit({ scorecardId: card.id, review: values.review, adjustments });
    if (!done) return;
    notifications.show({ message: t('appraisals.appraised') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('appraisals.appraiseOf', { name: card.person.name })} subject={card.cycle.name} submitLabel={t('appraisals.do.APPRAISE')} form={form} command={command} onSubmit={() => void submit()} onClose={onClose}>
      {card.appraisal?.selfReview && (
        <Stack component="dl" gap={6} m={0}>
          <Said label={t('appraisals.selfReview')} text={card.appraisal.selfReview} />
          {card.appraisal.selfScore && <Said label={t('appraisals.selfScore')} text={groupDecimal(card.appraisal.selfScore, 2)} />}
        </Stack>
      )}
      <Textarea label={t('appraisals.leaderReview')} required autosize minRows={4} maxRows={16} maxLength={8000} data-autofocus value={values.review} onChange={(event) => set('review', event.currentTarget.value)} error={field('review').error} />
      <Text size="sm">{t('appraisals.adjustHint', { most: mostPoints })}</Text>
      {judged.map((item) => {
        const adjusting = adjustmentOf(item.id);
        const fault = faultOf(item, adjusting);
        const change = (part: Partial<typeof adjusting>) => set('adjustments', { ...values.adjustments, [item.id]: { ...adjusting, ...part } });
        return (
          <Fieldset key={item.id} legend={item.objective.title} p="sm">
            <Text size="xs" c="dimmed" className="number" style={{ whiteSpace: 'normal' }}>
              {t('appraisals.byRule', { attainment: item.attainment === null ? '—' : groupDecimal(percentOfOne(item.attainment)), score: groupDecimal(item.ruleScore ?? '0', 2), weight: groupDecimal(item.weight) })}
            </Text>
            <DecimalField
              label={t('appraisals.points')}
              value={adjusting.points}
              onChange={(points) => change({ points })}
              error={fault === 'tooMuch' ? t('appraisals.tooMuch', { most: mostPoints }) : fault === 'below' ? t('appraisals.below') : undefined}
            />
            {!isNothing(adjusting.points) && (
              <Textarea
                mt={6}
                label={t('appraisals.adjustReason')}
                required
                autosize
                minRows={2}
                maxLength={1000}
                value={adjusting.reason}
                onChange={(event) => change({ reason: event.currentTarget.value })}
                error={fault === 'reason' && field('adjustments').error ? t('common.required') : undefined}
              />
            )}
          </Fieldset>
        );
      })}
      {field('adjustments').error && <Input.Error role="alert">{field('adjustments').error}</Input.Error>}
      <Text size="sm" fw={600} role="status">
        {t('appraisals.scoreWith', { score: score === null ? '—' : groupDecimal(score, 2) })}
      </Text>
    </FormDrawer>
  );
}
