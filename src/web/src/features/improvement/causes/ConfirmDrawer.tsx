import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import type { CauseData } from '../cases/cases';
import { ConfirmRootCause } from './causes';

interface ConfirmDrawerProps {
  caseId: string;
  cause: CauseData;
  onDone: () => void;
  onClose: () => void;
}

/** Says by what it is shown that a cause is the root. */
export function ConfirmDrawer({ caseId, cause, onDone, onClose }: ConfirmDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ evidence: cause.evidence ?? '' });
  const confirm = useFormCommand(ConfirmRootCause, form);
  const evidence = form.field('evidence');

  async function submit() {
    const missing = missingOf(form.values, ['evidence']);
    if (missing.length > 0) {
      confirm.demand(missing);
      return;
    }
    if (!(await confirm.submit({ caseId, causeId: cause.id, evidence: form.values.evidence }))) return;
    notifications.show({ message: t('improvement.confirmed') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('improvement.confirm')} subject={cause.text} submitLabel={t('improvement.confirm')} form={form} command={confirm} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t('improvement.confirmHint')}</Text>
      <Textarea
        label={t('improvement.evidence')}
        description={t('improvement.evidenceHint')}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        data-autofocus
        value={evidence.value}
        error={evidence.error}
        onChange={(event) => evidence.onChange(event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
