import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { Dialog } from '../../../components/Dialog';
import { MoveCycle, stepsFrom, type CycleData } from './cycle';

interface MoveCycleDialogProps {
  cycle: CycleData;
  direction: 'forward' | 'back';
  onDone: () => void;
  onClose: () => void;
}

export function MoveCycleDialog({ cycle, direction, onDone, onClose }: MoveCycleDialogProps) {
  const { t } = useTranslation();
  const move = useCommand(MoveCycle);
  const [refusal, setRefusal] = useState<string>();
  const to = stepsFrom(cycle.status)[direction];
  if (!to) return null;

  async function confirm(status: NonNullable<typeof to>) {
    const { done, errors, failure } = await move.run({ cycleId: cycle.id, to: status, expectedVersion: cycle.version });
    if (!done) {
      setRefusal(failure ? describeFailure(failure, t) : errors.map((e) => e.message).join(' '));
      onDone();
      return;
    }
    notifications.show({ message: t('cycles.moved', { name: cycle.name, status: t(`enums.CycleStatus.${status}`) }) });
    onDone();
    onClose();
  }

  return (
    <Dialog title={t('cycles.move')} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm">{t('cycles.moveText', { name: cycle.name, from: t(`enums.CycleStatus.${cycle.status}`), to: t(`enums.CycleStatus.${to}`) })}</Text>
        <Text size="sm" c="dimmed">
          {t(`cycles.meaning.${to}`)}
        </Text>
        {refusal && (
          <Alert color="red" variant="outline" role="alert">
            {refusal}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={move.busy} onClick={() => void confirm(to)} data-autofocus>
            {t('cycles.moveTo', { status: t(`enums.CycleStatus.${to}`) })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
