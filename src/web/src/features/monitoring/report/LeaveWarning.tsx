import { Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Dialog } from '../../../components/Dialog';

interface LeaveWarningProps {
  /** How many numbers would be lost. */
  count: number;
  /** Whether another place is still this one, for which what was typed stays. */
  isSamePlace: (pathname: string, params: URLSearchParams) => boolean;
  onDiscard: () => void;
}

/** Asks before numbers that were typed are lost. */
export function LeaveWarning({ count, isSamePlace, onDiscard }: LeaveWarningProps) {
  const { t } = useTranslation();
  const blocker = useBlocker(({ nextLocation }) => count > 0 && !isSamePlace(nextLocation.pathname, new URLSearchParams(nextLocation.search)));
  useEffect(() => {
    if (count === 0) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [count]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog title={t('report.leave.title')} onClose={() => blocker.reset()}>
      <Text size="sm" mb="md">
        {t('report.leave.text', { count })}
      </Text>
      <Group justify="flex-end">
        <Button
          variant="default"
          onClick={() => {
            onDiscard();
            blocker.proceed();
          }}
        >
          {t('report.leave.discard')}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset()}>
          {t('report.leave.stay')}
        </Button>
      </Group>
    </Dialog>
  );
}
