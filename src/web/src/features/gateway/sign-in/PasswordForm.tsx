import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from './useSignIn';

export function PasswordForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { send, busy, errors } = useSignIn('/auth/password', ['login', 'password'], onSignedIn);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send({ login, password });
      }}
    >
      <Stack gap="sm">
        {errors.general && (
          <Alert color="red" variant="outline" role="alert">
            {errors.general}
          </Alert>
        )}
        <TextInput label={t('session.login')} autoComplete="username" required value={login} onChange={(e) => setLogin(e.currentTarget.value)} error={errors.fields.login} />
        <PasswordInput
          label={t('session.password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(e) => setPassword(e.currentTarget.value)}
          error={errors.fields.password}
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword'), tabIndex: 0 }}
        />
        <Button type="submit" size="sm" loading={busy}>
          {t('session.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
