import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Dialog } from './Dialog';
import { discard, lostAt } from './useUnsaved';

/** Asks before what was typed is lost by going elsewhere; once for the whole page. */
export function LeaveQuestion() {
  const { t } = useTranslation();
  const [lost, setLost] = useState<ReturnType<typeof lostAt>>([]);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const found = lostAt(nextLocation, currentLocation);
    setLost(found);
    return found.length > 0;
  });
  if (blocker.state !== 'blocked') return null;
  const text = lost.map((one) => one.current.text).filter((one) => one !== undefined);
  return (
    <Dialog title={t('common.leave.title')} onClose={() => blocker.reset()}>
      {text.map((one) => (
        <Text size="sm" mb="md" key={one}>
          {one}
        </Text>
      ))}
      <Group justify="flex-end">
        <Button
          variant="default"
          onClick={() => {
            lost.forEach(discard);
            blocker.proceed();
          }}
        >
          {t('common.leave.discard')}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset()}>
          {t('common.leave.stay')}
        </Button>
      </Group>
    </Dialog>
  );
}
