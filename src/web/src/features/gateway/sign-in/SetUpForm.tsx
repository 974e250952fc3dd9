import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from './useSignIn';

const fields = ['token', 'company', 'employeeNumber', 'name', 'email', 'password'] as const;
type Field = (typeof fields)[number];

const autoComplete: Record<Field, string> = { token: 'one-time-code', company: 'organization', employeeNumber: 'off', name: 'name', email: 'email', password: 'new-password' };

/** An empty installation is claimed once, by whoever can read the token on the server. */
export function SetUpForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation();
  const [values, setValues] = useState<Record<Field, string>>({ token: '', company: '', employeeNumber: '', name: '', email: '', password: '' });
  const { send, busy, errors } = useSignIn('/auth/setup', fields, onSignedIn);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(values);
      }}
    >
      <Stack gap="sm">
        <div>
          <Title order={2}>{t('session.setUp')}</Title>
          <Text size="sm" c="dimmed">
            {t('session.setUpHint')}
          </Text>
        </div>
        {errors.general && (
          <Alert color="red" variant="outline" role="alert">
            {errors.general}
          </Alert>
        )}
        {fields.map((field) => {
          const props = {
            label: t(`session.setUpFields.${field}`),
            required: true,
            autoComplete: autoComplete[field],
            value: values[field],
            error: errors.fields[field],
            onChange: (event: { currentTarget: { value: string } }) => {
              const { value } = event.currentTarget;
              setValues((current) => ({ ...current, [field]: value }));
            },
          };
          return field === 'password' ? (
            <PasswordInput key={field} {...props} visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword'), tabIndex: 0 }} />
          ) : (
            <TextInput key={field} {...props} type={field === 'email' ? 'email' : 'text'} />
          );
        })}
        <Button type="submit" size="sm" loading={busy}>
          {t('session.claim')}
        </Button>
      </Stack>
    </form>
  );
}
