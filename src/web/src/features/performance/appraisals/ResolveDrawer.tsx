import { Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { Said } from '../../monitoring/control/Said';
import { ResolveDispute } from './appraisals';
import type { AppraisalDrawerProps } from './SelfAppraiseDrawer';

interface Values {
  resolution: string;
  finalScore: string | null;
}

/** Somebody other than who appraised finds what the result is. */
export function ResolveDrawer({ card, onDone, onClose }: AppraisalDrawerProps) {
  const { t } = useTranslation();
  const { appraisal } = card;
  const form = useForm<Values>({ resolution: '', finalScore: appraisal?.finalScore ?? null });
  const command = useFormCommand(ResolveDispute, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['resolution', 'finalScore']);
    if (missing.length > 0) {
      command.demand(missing);
      return;
    }
    const done = await command.submit({ scorecardId: card.id, resolution: values.resolution, finalScore: values.finalScore ?? '' });
    if (!done) return;
    notifications.show({ message: t('appraisals.resolved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('appraisals.do.RESOLVE')} subject={`${card.person.name} · ${card.cycle.name}`} submitLabel={t('appraisals.do.RESOLVE')} form={form} command={command} onSubmit={() => void submit()} onClose={onClose}>
      <Stack component="dl" gap={6} m={0}>
        {appraisal?.dispute && <Said label={t('appraisals.dispute')} text={appraisal.dispute} />}
        {appraisal?.leaderReview && <Said label={t('appraisals.leaderReview')} text={appraisal.leaderReview} />}
        {appraisal?.calibrationNote && <Said label={t('appraisals.note')} text={appraisal.calibrationNote} />}
      </Stack>
      <Text size="sm">{t('appraisals.resolveHint')}</Text>
      <Textarea label={t('appraisals.resolution')} required autosize minRows={4} maxLength={2000} data-autofocus value={values.resolution} onChange={(event) => set('resolution', event.currentTarget.value)} error={field('resolution').error} />
      <DecimalField label={t('appraisals.finalScore')} required {...field('finalScore')} />
    </FormDrawer>
  );
}
