import { Alert, Button, Group, List, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { isSettled, SignCommitment, type NegotiatedData } from './negotiation';

interface SignatureSectionProps {
  objective: NegotiatedData;
  onDone: () => void;
}

/** Who has signed what the objective says now, who has not, and whose signature no longer counts. */
export function SignatureSection({ objective, onDone }: SignatureSectionProps) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { viewer } = useWorkspace();
  const sign = useCommand(SignCommitment);
  const [refusal, setRefusal] = useState<string>();
  const missing = objective.negotiationState?.missingSignatures ?? [];
  const mine = missing.find((one) => one.by?.id === viewer.person.id || (one.by === null && viewer.roles.includes('EXECUTIVE') && objective.owner.id !== viewer.person.id));
  const maySign = isSettled(objective.status) && mine !== undefined;
  if (objective.signatures.length === 0 && !isSettled(objective.status)) return null;

  async function give() {
    setRefusal(undefined);
    const { done, errors, failure } = await sign.run({ objectiveId: objective.id, contentHash: objective.contentHash });
    if (done) {
      notifications.show({ message: t(done.objective?.status === 'COMMITTED' ? 'signatures.committed' : 'signatures.signed') });
    } else {
      setRefusal(failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' '));
    }
    onDone();
  }

  return (
    <Section title={t('signatures.title')}>
      <List listStyleType="none" size="sm" px="md" py="xs" spacing={6} aria-label={t('signatures.title')}>
        {objective.signatures.map((signature, index) => (
          <List.Item key={index} icon={<Icon name={signature.valid ? 'check' : 'close'} />}>
            {signature.by.name} ({t(`enums.SignatureRole.${signature.role}`)}) · {instant(signature.at)}
            {!signature.valid && (
              <Text span size="sm" c="red.9">
                {' '}
                {t('signatures.void')}
              </Text>
            )}
          </List.Item>
        ))}
        {isSettled(objective.status) &&
          missing.map((one, index) => (
            <List.Item key={`missing-${index}`} icon={<Icon name="clock" />}>
              {one.by?.name ?? t('negotiation.anyExecutive')} ({t(`enums.SignatureRole.${one.role}`)}) · {t('signatures.missing')}
            </List.Item>
          ))}
      </List>
      {refusal && (
        <Alert color="red" variant="outline" role="alert" mx="md" mb="xs">
          {refusal}
        </Alert>
      )}
      <Group px="md" pb="sm" justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('signatures.hash')}: <code>{objective.contentHash.slice(0, 16)}…</code>
        </Text>
        {maySign && (
          <Button leftSection={<Icon name="edit" />} loading={sign.busy} onClick={() => void give()}>
            {t('signatures.sign')}
          </Button>
        )}
      </Group>
    </Section>
  );
}
