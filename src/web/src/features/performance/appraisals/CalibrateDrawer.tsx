import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { groupDecimal } from '../../../format/decimal';
import { Said } from '../../monitoring/control/Said';
import { CalibrateAppraisal } from './appraisals';
import type { AppraisalDrawerProps } from './SelfAppraiseDrawer';

interface Values {
  finalScore: string | null;
  grade: string;
  note: string;
}

/** HR brings one appraisal to the common standard, and releases it to the person. */
export function CalibrateDrawer({ card, onDone, onClose }: AppraisalDrawerProps) {
  const { t } = useTranslation();
  const { appraisal } = card;
  const form = useForm<Values>({ finalScore: appraisal?.finalScore ?? card.score, grade: appraisal?.grade ?? '', note: appraisal?.calibrationNote ?? '' });
  const command = useFormCommand(CalibrateAppraisal, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['finalScore', 'grade', 'note']);
    if (missing.length > 0) {
      command.demand(missing);
      return;
    }
    const done = await command.submit({ scorecardId: card.id, finalScore: values.finalScore ?? '', grade: values.grade, note: values.note });
    if (!done) return;
    notifications.show({ message: t('appraisals.calibrated') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('appraisals.calibrateOf', { name: card.person.name })} subject={card.cycle.name} submitLabel={t('appraisals.do.CALIBRATE')} form={form} command={command} onSubmit={() => void submit()} onClose={onClose}>
      <Stack component="dl" gap={6} m={0}>
        {appraisal?.selfReview && <Said label={t('appraisals.selfReview')} text={appraisal.selfReview} />}
        {appraisal?.leaderReview && <Said label={t('appraisals.leaderReview')} text={appraisal.leaderReview} />}
        <Said label={t('appraisals.scoreOnRecord')} text={card.score === null ? '—' : groupDecimal(card.score, 2)} />
      </Stack>
      <Text size="sm">{t('appraisals.calibrateHint')}</Text>
      <DecimalField label={t('appraisals.finalScore')} required {...field('finalScore')} />
      <TextInput label={t('appraisals.grade')} required maxLength={20} value={values.grade} onChange={(event) => set('grade', event.currentTarget.value)} error={field('grade').error} />
      <Textarea label={t('appraisals.note')} required autosize minRows={3} maxLength={2000} value={values.note} onChange={(event) => set('note', event.currentTarget.value)} error={field('note').error} />
    </FormDrawer>
  );
}
