import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { Dialog } from '../../../components/Dialog';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MailPreferenceQuery, rhythms, SetMailPreference } from './mailPreference';

/** How often one gets mail of what one is told. */
export function MailDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: MailPreferenceQuery, requestPolicy: 'network-only' });
  const [chosen, setChosen] = useState<(typeof rhythms)[number]>();
  const set = useCommand(SetMailPreference);
  const [refusal, setRefusal] = useState<string>();
  const rhythm = chosen ?? data?.viewer.mail;

  async function save() {
    if (!rhythm) return;
    const { done, errors, failure } = await set.run({ mail: rhythm });
    if (!done) {
      setRefusal(failure ? describeFailure(failure, t) : errors.map((one) => one.message).join(' '));
      return;
    }
    notifications.show({ message: t('common.saved') });
    onClose();
  }

  return (
    <Dialog title={t('session.mail.title')} onClose={onClose}>
      {!data && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />)}
      {data && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Stack gap="sm">
            {refusal && (
              <Alert color="red" variant="outline" role="alert">
                {refusal}
              </Alert>
            )}
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {t('session.mail.to', { email: data.viewer.person.email })}
            </Text>
            <Radio.Group label={t('session.mail.label')} value={rhythm} onChange={(value) => setChosen(rhythms.find((one) => one === value))}>
              <Stack gap="xs" mt="xs">
                {rhythms.map((one) => (
                  <Radio key={one} value={one} label={t(`session.mail.rhythm.${one}`)} />
                ))}
              </Stack>
            </Radio.Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={set.busy}>
                {t('common.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
