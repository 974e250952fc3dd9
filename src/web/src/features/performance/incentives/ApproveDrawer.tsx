import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../api/graphql';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { UserErrorFields } from '../../../api/userErrors';
import { FormDrawer } from '../../../components/FormDrawer';
import type { SchemeData } from './schemes';

const Approve = graphql(
  `
    mutation ApproveScheme($input: ApproveIncentiveSchemeInput!) {
      approveIncentiveScheme(input: $input) {
        incentiveScheme {
          id
          version
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

interface DrawerProps {
  scheme: SchemeData;
  onDone: () => void;
  onClose: () => void;
}

/** Approves what another of HR has saved. */
export function ApproveDrawer({ scheme, onDone, onClose }: DrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ reason: '' });
  const send = useFormCommand(Approve, form);
  const hasFindings = scheme.findings.length > 0;

  async function submit() {
    const done = await send.submit({ schemeId: scheme.id, expectedVersion: scheme.version, reason: form.values.reason });
    if (!done) return;
    notifications.show({ message: t('incentives.approved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('incentives.approve')} subject={scheme.name} submitLabel={t('incentives.approve')} form={form} command={send} onReload={onDone} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t('incentives.approveHint')}</Text>
      <Textarea label={t('incentives.reason')} description={hasFindings ? t('incentives.reasonHint') : undefined} required={hasFindings} autosize minRows={3} value={form.values.reason} onChange={(e) => form.set('reason', e.currentTarget.value)} error={form.field('reason').error} data-autofocus />
    </FormDrawer>
  );
}
