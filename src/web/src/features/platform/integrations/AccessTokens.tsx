import { Badge, Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { EmptyState } from '../../../components/EmptyState';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { addDays, formatDay } from '../../../format/dates';
import { useDayProps } from '../../../i18n/useDayProps';
import { useLanguage } from '../../../i18n/useLanguage';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { CreateAccessToken, isInForce, RevokeAccessToken, type AccessToken } from './integrations';
import { Secret } from './Secret';

/** Longer than most reports are set up for, and well under the year that is the most. */
const usualDays = 90;

interface AccessTokensProps {
  tokens: readonly AccessToken[];
  onDone: () => void;
}

export function AccessTokens({ tokens, onDone }: AccessTokensProps) {
  const { t } = useTranslation();
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Section
      title={t('integrations.tokens')}
      actions={
        <Button leftSection={<Icon name="plus" />} onClick={() => setCreating(true)}>
          {t('integrations.createToken')}
        </Button>
      }
    >
      {secret && <Secret title={t('integrations.tokenMade')} hint={t('integrations.tokenOnce')} secret={secret} onClose={() => setSecret(null)} />}
      {tokens.length === 0 ? (
        <EmptyState icon="file" title={t('integrations.noTokens')} hint={t('integrations.tokensHint')} />
      ) : (
        <Table>
          <Table.Tbody>
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} onDone={onDone} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {creating && (
        <TokenDrawer
          onClose={() => setCreating(false)}
          onMade={(made) => {
            setCreating(false);
            setSecret(made);
            onDone();
          }}
        />
      )}
    </Section>
  );
}

function TokenRow({ token, onDone }: { token: AccessToken; onDone: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useWorkspace();
  const at = useInstant();
  const revoke = useCommand(RevokeAccessToken);
  const inForce = isInForce(token, today);

  async function end() {
    const { done, errors, failure } = await revoke.run({ accessTokenId: token.id });
    notifications.show(done ? { message: t('integrations.revoked', { name: token.name }) } : { color: 'red', message: failure ? describeFailure(failure, t) : (errors[0]?.message ?? '') });
    onDone();
  }

  return (
    <Table.Tr>
      <Table.Td>
        <Stack gap={2}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {token.name}
            </Text>
            <Badge variant="light" color={inForce ? 'green' : 'gray'}>
              {t(token.revokedAt ? 'integrations.isRevoked' : inForce ? 'integrations.inForce' : 'integrations.expired')}
            </Badge>
            <Badge variant="outline" color="gray">
              {t(token.readOnly ? 'integrations.readOnly' : 'integrations.readWrite')}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {t('integrations.until', { day: formatDay(token.expires, language) })} ·{' '}
            {token.lastUsedAt ? t('integrations.lastUsed', { at: at(token.lastUsedAt) }) : t('integrations.neverUsed')}
          </Text>
        </Stack>
      </Table.Td>
      <Table.Td ta="end">
        {inForce && (
          <Button variant="default" loading={revoke.busy} onClick={() => void end()} aria-label={t('integrations.revokeOf', { name: token.name })}>
            {t('integrations.revoke')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function TokenDrawer({ onMade, onClose }: { onMade: (secret: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const { today } = useWorkspace();
  const form = useForm<{ name: string; expires: string | null; readOnly: boolean }>({ name: '', expires: addDays(today, usualDays), readOnly: true });
  const create = useFormCommand(CreateAccessToken, form);
  const { values, set, field } = form;

  async function submit() {
    const { name, expires, readOnly } = values;
    const missing = missingOf(values, ['name', 'expires']);
    if (missing.length > 0 || !expires) {
      create.demand(missing);
      return;
    }
    const done = await create.submit({ name, expires, readOnly });
    if (done?.token) onMade(done.token);
  }

  return (
    <FormDrawer title={t('integrations.createToken')} submitLabel={t('integrations.create')} form={form} command={create} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t('integrations.tokensHint')}
      </Text>
      <TextInput label={t('integrations.name')} description={t('integrations.nameHint')} required data-autofocus value={values.name} onChange={(e) => set('name', e.currentTarget.value)} error={field('name').error} />
      <DateInput {...dayProps} label={t('integrations.expires')} required size="sm" valueFormat="YYYY-MM-DD" {...field('expires')} />
      <Checkbox label={t('integrations.readsOnly')} description={t('integrations.readsOnlyHint')} checked={values.readOnly} onChange={(e) => set('readOnly', e.currentTarget.checked)} />
    </FormDrawer>
  );
}
