import { Badge, Button, Group, MultiSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
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
import { useInstant } from '../../organization/workspace/workspace';
import { RemoveWebhook, ReplayDelivery, SaveWebhook, type Delivery, type Webhook } from './integrations';
import { Secret } from './Secret';

interface WebhooksProps {
  webhooks: readonly Webhook[];
  events: readonly string[];
  onDone: () => void;
}

export function Webhooks({ webhooks, events, onDone }: WebhooksProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Section
      title={t('integrations.webhooks')}
      actions={
        <Button leftSection={<Icon name="plus" />} onClick={() => setEditing('new')}>
          {t('integrations.addWebhook')}
        </Button>
      }
    >
      {secret && <Secret title={t('integrations.webhookMade')} hint={t('integrations.secretOnce')} secret={secret} onClose={() => setSecret(null)} />}
      {webhooks.length === 0 && <EmptyState icon="bell" title={t('integrations.noWebhooks')} hint={t('integrations.webhooksHint')} />}
      {webhooks.map((webhook) => (
        <WebhookPart key={webhook.id} webhook={webhook} onEdit={() => setEditing(webhook)} onDone={onDone} />
      ))}
      {editing && (
        <WebhookDrawer
          webhook={editing === 'new' ? null : editing}
          events={events}
          onClose={() => setEditing(null)}
          onSaved={(made) => {
            setEditing(null);
            setSecret(made);
            onDone();
          }}
        />
      )}
    </Section>
  );
}

function WebhookPart({ webhook, onEdit, onDone }: { webhook: Webhook; onEdit: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useCommand(RemoveWebhook);

  async function takeOut() {
    const { done, errors, failure } = await remove.run({ id: webhook.id });
    notifications.show(done ? { message: t('integrations.removed') } : { color: 'red', message: failure ? describeFailure(failure, t) : (errors[0]?.message ?? '') });
    onDone();
  }

  return (
    <Stack gap="xs" p="md" style={{ borderBottom: '1px solid var(--line)' }}>
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {webhook.url}
            </Text>
            <Badge variant="light" color={webhook.active ? 'green' : 'gray'}>
              {t(webhook.active ? 'integrations.on' : 'integrations.off')}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {webhook.events.join(' · ')}
          </Text>
        </Stack>
        <Group gap="xs">
          <Button variant="default" onClick={onEdit} aria-label={t('integrations.editOf', { url: webhook.url })}>
            {t('integrations.edit')}
          </Button>
          <Button variant="default" loading={remove.busy} onClick={() => void takeOut()} aria-label={t('integrations.removeOf', { url: webhook.url })}>
            {t('integrations.remove')}
          </Button>
        </Group>
      </Group>
      {webhook.deliveries.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('integrations.noDeliveries')}
        </Text>
      ) : (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('integrations.deliveriesTo', { url: webhook.url })}>
          {webhook.deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} mayReplay={webhook.active} onDone={onDone} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}

function DeliveryRow({ delivery, mayReplay, onDone }: { delivery: Delivery; mayReplay: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const say = useInstant();
  const replay = useCommand(ReplayDelivery);
  const taken = delivery.error === null && delivery.attempts > 0;
  const at = say(delivery.at);

  async function again() {
    const { done, errors, failure } = await replay.run({ deliveryId: delivery.id });
    notifications.show(done ? { message: t('integrations.sentAgain') } : { color: 'red', message: failure ? describeFailure(failure, t) : (errors[0]?.message ?? '') });
    onDone();
  }

  return (
    <Group component="li" justify="space-between" gap="xs">
      <Stack gap={2} style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm">{delivery.event}</Text>
          <Badge variant="light" color={taken ? 'green' : delivery.nextAttemptAt ? 'yellow' : 'red'}>
            {t(taken ? 'integrations.taken' : delivery.nextAttemptAt ? 'integrations.waiting' : 'integrations.givenUp')}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {at} · {t('integrations.attempts', { count: delivery.attempts })}
          {delivery.error ? ` · ${delivery.error}` : ''}
          {!taken && delivery.nextAttemptAt ? ` · ${t('integrations.next', { at: say(delivery.nextAttemptAt) })}` : ''}
        </Text>
      </Stack>
      {mayReplay && (
        <Button variant="subtle" loading={replay.busy} onClick={() => void again()} aria-label={t('integrations.replayOf', { event: delivery.event, at })}>
          {t('integrations.replay')}
        </Button>
      )}
    </Group>
  );
}

interface WebhookDrawerProps {
  webhook: Webhook | null;
  events: readonly string[];
  /** With the secret of a new one. */
  onSaved: (secret: string | null) => void;
  onClose: () => void;
}

function WebhookDrawer({ webhook, events, onSaved, onClose }: WebhookDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ url: webhook?.url ?? 'https://', events: [...(webhook?.events ?? [])], active: webhook?.active ?? true });
  const save = useFormCommand(SaveWebhook, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['url']);
    if (values.events.length === 0) missing.push('events');
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const done = await save.submit({ id: webhook?.id, ...values });
    if (done) onSaved(done.secret);
  }

  return (
    <FormDrawer title={t(webhook ? 'integrations.editWebhook' : 'integrations.addWebhook')} subject={webhook?.url} submitLabel={t('common.save')} form={form} command={save} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t('integrations.webhooksHint')}
      </Text>
      <TextInput label={t('integrations.url')} type="url" required data-autofocus value={values.url} onChange={(e) => set('url', e.currentTarget.value)} error={field('url').error} />
      <MultiSelect
        label={t('integrations.events')}
        required
        searchable
        data={[...events]}
        value={values.events}
        onChange={(value) => set('events', value)}
        error={field('events').error}
        nothingFoundMessage={t('integrations.noEvent')}
      />
      <Switch label={t('integrations.isOn')} checked={values.active} onChange={(e) => set('active', e.currentTarget.checked)} />
    </FormDrawer>
  );
}
