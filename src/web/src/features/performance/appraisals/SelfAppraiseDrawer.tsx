import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { groupDecimal } from '../../../format/decimal';
import type { CardData } from '../scorecards/scorecards';
import { SelfAppraise } from './appraisals';

export interface AppraisalDrawerProps {
  card: CardData;
  onDone: () => void;
  onClose: () => void;
}

interface Values {
  review: string;
  score: string | null;
}

/** One appraises oneself, before anyone else does. */
export function SelfAppraiseDrawer({ card, onDone, onClose }: AppraisalDrawerProps) {
  const { t } = useTranslation();
  const form = useForm<Values>({ review: card.appraisal?.selfReview ?? '', score: card.appraisal?.selfScore ?? null });
  const command = useFormCommand(SelfAppraise, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['review', 'score']);
    if (missing.length > 0) {
      command.demand(missing);
      return;
    }
    const done = await command.submit({ scorecardId: card.id, review: values.review, score: values.score ?? '' });
    if (!done) return;
    notifications.show({ message: t('appraisals.selfAppraised') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('appraisals.do.SELF_APPRAISE')} subject={card.cycle.name} submitLabel={t('appraisals.do.SELF_APPRAISE')} form={form} command={command} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{card.score === null ? t('appraisals.selfHintNothing') : t('appraisals.selfHint', { score: groupDecimal(card.score, 2) })}</Text>
      <Textarea label={t('appraisals.review')} description={t('appraisals.selfReviewHint')} required autosize minRows={5} maxRows={16} maxLength={8000} data-autofocus value={values.review} onChange={(event) => set('review', event.currentTarget.value)} error={field('review').error} />
      <DecimalField label={t('appraisals.selfScore')} required {...field('score')} />
    </FormDrawer>
  );
}
