import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { useInstant } from '../../organization/workspace/workspace';
import { TargetText } from '../objectives/TargetText';
import { AuthorityDrawer } from './AuthorityDrawer';
import { NegotiateDrawer } from './NegotiateDrawer';
import { mayGrant, stepsOf, waitingSide, type EntryData, type NegotiatedData, type NegotiationKind, type StateData } from './negotiation';
import { VersionTable } from './VersionTable';

interface NegotiationSectionProps {
  objective: NegotiatedData;
  state: StateData;
  onDone: () => void;
}

/** Both sides' versions with their difference, what was said, and what one can do next. */
export function NegotiationSection({ objective, state, onDone }: NegotiationSectionProps) {
  const { t } = useTranslation();
  const [task, setTask] = useState<NegotiationKind | 'AUTHORITY' | null>(null);
  const steps = stepsOf(state);
  const waiting = waitingSide(objective, state);
  const close = () => setTask(null);
  return (
    <Section title={t('negotiation.title')}>
      <VersionTable objective={objective} state={state} />
      {!state.contextShared && objective.status !== 'COMMITTED' && (
        <Text size="sm" px="md" pt="xs" c="dimmed">
          {t('negotiation.notShared')}
        </Text>
      )}
      {waiting && (
        <Text size="sm" px="md" pt="xs" c="dimmed">
          {t(`negotiation.notYourTurn.${waiting}`)}
        </Text>
      )}
      {objective.negotiation.length === 0 ? (
        <Text size="sm" c="dimmed" px="md" py="sm">
          {t('negotiation.none')}
        </Text>
      ) : (
        <Stack component="ol" gap={0} p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('negotiation.thread')}>
          {objective.negotiation.map((entry) => (
            <Entry key={entry.id} entry={entry} measure={objective.measure} />
          ))}
        </Stack>
      )}
      {steps.length > 0 && (
        <Group gap="xs" px="md" py="sm">
          {steps.map((step, index) => (
            <Button key={step} variant={index === 0 && step !== 'COMMENT' && step !== 'REOPENED' ? 'filled' : 'default'} onClick={() => setTask(step)}>
              {t(`negotiation.do.${step}`)}
            </Button>
          ))}
          {mayGrant(objective, state) && (
            <Button variant="default" leftSection={<Icon name="check" />} onClick={() => setTask('AUTHORITY')}>
              {t('negotiation.grant')}
            </Button>
          )}
        </Group>
      )}
      {task === 'AUTHORITY' && <AuthorityDrawer objectiveId={objective.id} onDone={onDone} onClose={close} />}
      {task && task !== 'AUTHORITY' && <NegotiateDrawer objective={objective} state={state} kind={task} onDone={onDone} onClose={close} />}
    </Section>
  );
}

function Entry({ entry, measure }: { entry: EntryData; measure: NegotiatedData['measure'] }) {
  const { t } = useTranslation();
  const instant = useInstant();
  return (
    <li style={{ padding: '8px 16px', borderTop: '1px solid #eef1f4' }}>
      <Text size="xs" c="dimmed">
        <Link className="text-link" to={`/people/${entry.by.id}`}>
          {entry.by.name}
        </Link>{' '}
        ({t(`enums.NegotiationSide.${entry.side}`)}) · {instant(entry.at)}
      </Text>
      <Text size="sm" fw={600}>
        {t(`enums.NegotiationKind.${entry.kind}`)}
        {entry.target !== null && (
          <>
            {': '}
            <TargetText target={entry.target} measure={measure} />
          </>
        )}
      </Text>
      {entry.text !== '' && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {entry.text}
        </Text>
      )}
    </li>
  );
}
