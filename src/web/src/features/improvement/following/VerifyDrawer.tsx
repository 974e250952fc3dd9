import { Alert, Checkbox, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import type { CaseData } from '../cases/cases';
import { EvidenceToday } from './EvidenceToday';
import { VerifyImprovement } from './following';

interface VerifyDrawerProps {
  known: CaseData;
  onDone: () => void;
  onClose: () => void;
}

/** A superior looks whether later figures show that the gap is closed; the higher leader can accept that they do not. */
export function VerifyDrawer({ known, onDone, onClose }: VerifyDrawerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useWorkspace();
  const mayAccept = known.viewerMay.includes('ACCEPT');
  const form = useForm({ accept: !known.viewerMay.includes('VERIFY'), reason: '', lessons: known.lessons ?? '' });
  const verify = useFormCommand(VerifyImprovement, form);
  const { values, set, field } = form;
  const isEarly = known.verifiableFrom !== null && today < known.verifiableFrom;

  async function submit() {
    if (values.accept && values.reason.trim() === '') {
      verify.demand(['reason']);
      return;
    }
    const done = await verify.submit({ caseId: known.id, accept: values.accept, reason: values.accept ? values.reason : null, lessons: values.lessons.trim() === '' ? null : values.lessons });
    if (!done) return;
    const status = done.improvementCase?.status;
    notifications.show({ message: t(status === 'CLOSED' ? 'improvement.verifiedClosed' : 'improvement.verifiedOpen') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('improvement.steps.VERIFY')} subject={known.objective.title} submitLabel={t('improvement.steps.VERIFY')} form={form} command={verify} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t('improvement.verificationRule')}</Text>
      {isEarly && known.verifiableFrom && (
        <Alert color="yellow" variant="outline" icon={<Icon name="clock" />} py={6}>
          {t('improvement.tooEarly', { day: formatDay(known.verifiableFrom, language) })}
        </Alert>
      )}
      <EvidenceToday known={known} />
      {mayAccept && <Checkbox label={t('improvement.accept')} description={t('improvement.acceptHint')} checked={values.accept} onChange={(event) => set('accept', event.currentTarget.checked)} />}
      {values.accept && (
        <Textarea
          label={t('improvement.reason')}
          required
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={values.reason}
          error={field('reason').error}
          onChange={(event) => set('reason', event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t('improvement.lesson')}
        description={t('improvement.lessonHint')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={values.lessons}
        error={field('lessons').error}
        onChange={(event) => set('lessons', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
