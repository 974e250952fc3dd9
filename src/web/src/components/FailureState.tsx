import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure, isForbidden, isOutage } from '../api/failures';
import { EmptyState } from './EmptyState';
import { Icon } from './Icon';

interface FailureStateProps {
  error: unknown;
  onRetry?: () => void;
}

/** Says what went wrong and lets one try again, unless it is not for him; what the connection was to blame for is tried again once that is back. */
export function FailureState({ error, onRetry }: FailureStateProps) {
  const { t } = useTranslation();
  const isWaiting = isOutage(error);
  const onOnline = useEffectEvent(() => onRetry?.());
  useEffect(() => {
    if (!isWaiting) return;
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, [isWaiting]);
  // What takes the place of a button that had the focus goes on from there.
  const retry = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = retry.current;
    const around = button?.closest<HTMLElement>('[role="dialog"], #content');
    return () => {
      if (button && button === document.activeElement) around?.focus({ preventScroll: true });
    };
  }, []);
  if (isForbidden(error)) return <EmptyState icon="warning" title={t('common.failure.forbidden')} hint={t('common.failure.forbiddenHint')} />;
  return (
    <Alert color="red" variant="outline" icon={<Icon name="warning" />} title={t('common.failure.title')} m="md" bg="white">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{describeFailure(error, t)}</Text>
        {onRetry && (
          <Group>
            <Button ref={retry} variant="default" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
