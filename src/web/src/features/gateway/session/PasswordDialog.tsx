import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/Dialog';
import { useSignIn } from '../sign-in/useSignIn';

interface PasswordDialogProps {
  /** Whose, when it is another's; one's own asks for the one that holds now. */
  person?: { employeeNumber: string; name: string };
  onClose: () => void;
}

export function PasswordDialog({ person, onClose }: PasswordDialogProps) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { send, busy, errors } = useSignIn('/auth/set-password', ['current', 'password'], () => {
    notifications.show({ message: t('common.saved') });
    onClose();
    return Promise.resolve();
  });
  const toggle = { 'aria-label': t('session.showPassword'), tabIndex: 0 };
  return (
    <Dialog title={person ? t('session.setPasswordOf', { name: person.name }) : t('session.changePassword')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send({ login: person?.employeeNumber, current: person ? undefined : current, password });
        }}
      >
        <Stack gap="sm">
          {errors.general && (
            <Alert color="red" variant="outline" role="alert">
              {errors.general}
            </Alert>
          )}
          {!person && (
            <PasswordInput
              label={t('session.currentPassword')}
              required
              data-autofocus
              autoComplete="current-password"
              value={current}
              error={errors.fields.current}
              onChange={(event) => setCurrent(event.currentTarget.value)}
              visibilityToggleButtonProps={toggle}
            />
          )}
          <PasswordInput
            label={t('session.newPassword')}
            required
            autoComplete="new-password"
            value={password}
            error={errors.fields.password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
