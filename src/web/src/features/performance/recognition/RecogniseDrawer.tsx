import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../api/graphql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { UserErrorFields } from '../../../api/userErrors';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import type { Choice } from '../../../components/RemoteSelect';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { recognitionKinds, type RecognitionKind } from './recognitions';

const Recognise = graphql(
  `
    mutation Recognise($input: RecogniseInput!) {
      recognise(input: $input) {
        recognition {
          id
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

interface Values {
  toId: Choice | null;
  kind: RecognitionKind;
  text: string;
  amount: string | null;
}

interface RecogniseDrawerProps {
  /** What one recognises somebody for, where that is known. */
  about?: { to: Choice; kind: RecognitionKind; subject?: string; objectiveId?: string; developmentItemId?: string };
  onDone: () => void;
  onClose: () => void;
}

/** Recognises someone; money can be given by whoever leads, which the server decides for the one chosen. */
export function RecogniseDrawer({ about, onDone, onClose }: RecogniseDrawerProps) {
  const { t } = useTranslation();
  const { viewer, organization } = useWorkspace();
  const form = useForm<Values>({ toId: about?.to ?? null, kind: about?.kind ?? 'PRAISE', text: '', amount: null });
  const send = useFormCommand(Recognise, form);
  const { values, set, field } = form;
  const mayPay = viewer.roles.includes('LEADER') || viewer.roles.includes('HR');
  const kinds = mayPay ? recognitionKinds : recognitionKinds.filter((kind) => kind !== 'AWARD');

  async function submit() {
    const missing = missingOf(values, ['toId', 'text']);
    if (missing.length > 0 || !values.toId) {
      send.demand(missing);
      return;
    }
    const done = await send.submit({ toId: values.toId.id, kind: values.kind, text: values.text, amount: values.amount, currency: values.amount === null ? null : organization.currency, objectiveId: about?.objectiveId, developmentItemId: about?.developmentItemId });
    if (!done) return;
    notifications.show({ message: t('recognition.given') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('recognition.give')} subject={about?.subject} submitLabel={t('recognition.submit')} form={form} command={send} onSubmit={() => void submit()} onClose={onClose}>
      {about ? (
        <TextInput label={t('recognition.to')} readOnly value={about.to.label} error={field('toId').error} />
      ) : (
        <PersonPicker label={t('recognition.to')} required value={values.toId} onChange={(choice) => set('toId', choice)} error={field('toId').error} />
      )}
      <Select
        label={t('recognition.kind')}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`recognition.kinds.${kind}`) }))}
        value={values.kind}
        onChange={(value) => set('kind', kinds.find((one) => one === value) ?? values.kind)}
        error={field('kind').error}
      />
      <Textarea label={t('recognition.text')} description={t('recognition.textHint')} required autosize minRows={3} maxRows={10} maxLength={2000} value={values.text} onChange={(e) => set('text', e.currentTarget.value)} error={field('text').error} />
      {mayPay && (
        <Group grow>
          <DecimalField label={t('recognition.amount')} description={t('recognition.amountHint')} unit={organization.currency} {...field('amount')} />
        </Group>
      )}
    </FormDrawer>
  );
}
