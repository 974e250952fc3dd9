import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { DecideTargetRevision, UndoTargetRevision, WithdrawTargetRevision, type RevisionTask } from './revisions';

interface ReasonDrawerProps {
  revisionId: string;
  task: RevisionTask;
  onDone: () => void;
  onClose: () => void;
}

/** Decides a revision, or takes it back, with the reason why. */
export function ReasonDrawer({ revisionId, task, onDone, onClose }: ReasonDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ reason: '' });
  const decide = useFormCommand(DecideTargetRevision, form);
  const withdraw = useFormCommand(WithdrawTargetRevision, form);
  const undo = useFormCommand(UndoTargetRevision, form);
  const isDecision = task === 'APPROVE' || task === 'REJECT';
  const command = isDecision ? decide : task === 'WITHDRAW' ? withdraw : undo;
  const reason = form.field('reason');

  async function submit() {
    const missing = missingOf(form.values, ['reason']);
    if (missing.length > 0) {
      command.demand(missing);
      return;
    }
    const given = { revisionId, reason: form.values.reason };
    const done = isDecision ? await decide.submit({ ...given, approve: task === 'APPROVE' }) : await (task === 'WITHDRAW' ? withdraw : undo).submit(given);
    if (!done) return;
    notifications.show({ message: t(`revisions.done.${task}`) });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t(`revisions.do.${task}`)} submitLabel={t(`revisions.do.${task}`)} form={form} command={command} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t(`revisions.doHint.${task}`)}</Text>
      <Textarea
        label={t('revisions.reason')}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        data-autofocus
        value={reason.value}
        error={reason.error}
        onChange={(event) => reason.onChange(event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
