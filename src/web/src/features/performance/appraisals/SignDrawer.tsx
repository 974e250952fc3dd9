import { Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { groupDecimal } from '../../../format/decimal';
import { Said } from '../../monitoring/control/Said';
import { SignAppraisal } from './appraisals';
import type { AppraisalDrawerProps } from './SelfAppraiseDrawer';

/** The person and his leader each sign what was found. */
export function SignDrawer({ card, onDone, onClose }: AppraisalDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ scorecardId: card.id });
  const command = useFormCommand(SignAppraisal, form);
  const { appraisal } = card;

  async function submit() {
    const done = await command.submit({ scorecardId: card.id, expectedVersion: card.version });
    if (!done) return;
    notifications.show({ message: t('appraisals.signed') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t('appraisals.do.SIGN')}
      subject={`${card.person.name} · ${card.cycle.name}`}
      submitLabel={t('appraisals.do.SIGN')}
      form={form}
      command={command}
      onReload={() => {
        onDone();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Stack component="dl" gap={6} m={0}>
        {appraisal?.leaderReview && <Said label={t('appraisals.leaderReview')} text={appraisal.leaderReview} />}
        {appraisal?.finalScore && <Said label={t('appraisals.finalScore')} text={groupDecimal(appraisal.finalScore, 2)} />}
        {appraisal?.grade && <Said label={t('appraisals.grade')} text={appraisal.grade} />}
        {appraisal?.calibrationNote && <Said label={t('appraisals.note')} text={appraisal.calibrationNote} />}
        {appraisal?.disputeResolution && <Said label={t('appraisals.resolution')} text={appraisal.disputeResolution} />}
      </Stack>
      <Text size="sm">{t('appraisals.signHint')}</Text>
      {form.field('scorecardId').error && (
        <Text size="sm" c="red.9" role="alert">
          {form.field('scorecardId').error}
        </Text>
      )}
    </FormDrawer>
  );
}
