import { Alert, Button, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { postJson } from '../../../api/rest';
import { Icon } from '../../../components/Icon';
import { useEscape } from '../../../components/useEscape';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useSession } from '../session/session';
import { steps, stepForward, type ClockStep } from './steps';

/** The demonstration's business clock, which only goes forward. */
export function DemoClock() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { me, renew } = useSession();
  const { today } = useWorkspace();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [opened, setOpened] = useState(false);
  useEscape(opened, () => setOpened(false));

  async function move(step: ClockStep) {
    setBusy(true);
    setFailure(undefined);
    try {
      await postJson('/demo/clock', { now: stepForward(me.now, step) });
      await renew();
    } catch (error) {
      setFailure(describeFailure(error, t));
      setBusy(false);
    }
  }

  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="clock" />} loading={busy} aria-label={t('session.clock.label', { day: formatDay(today, language) })}>
          {formatDay(today, language)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('session.clock.move')}</Menu.Label>
        {steps.map((step) => (
          <Menu.Item key={step} leftSection={<Icon name="forward" />} disabled={busy} onClick={() => void move(step)}>
            {t(`session.clock.${step}`)}
          </Menu.Item>
        ))}
        <Text size="xs" c="dimmed" px="sm" py={4} maw={240}>
          {t('session.clock.hint')}
        </Text>
        {failure && (
          <Alert color="red" variant="outline" role="alert">
            {failure}
          </Alert>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
