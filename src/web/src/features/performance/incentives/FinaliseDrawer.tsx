import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../api/graphql';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { UserErrorFields } from '../../../api/userErrors';
import { FormDrawer } from '../../../components/FormDrawer';
import type { SchemeData } from './schemes';

const Finalise = graphql(
  `
    mutation FinaliseScheme($input: FinaliseAwardsInput!) {
      finaliseAwards(input: $input) {
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

/** Makes awards final, which cannot be taken back. */
export function FinaliseDrawer({ scheme, onDone, onClose }: DrawerProps) {
  const { t } = useTranslation();
  const form = useForm({});
  const send = useFormCommand(Finalise, form);

  async function submit() {
    const done = await send.submit({ schemeId: scheme.id, expectedVersion: scheme.version });
    if (!done) return;
    notifications.show({ message: t('incentives.finalised') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('incentives.finalise')} subject={scheme.name} submitLabel={t('incentives.finalise')} form={form} command={send} onReload={onDone} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t('incentives.finaliseHint', { count: scheme.participants.totalCount })}</Text>
    </FormDrawer>
  );
}
