import { Box, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../session/LanguageSwitch';
import type { SignedOut } from '../session/session';
import { PasswordForm } from './PasswordForm';
import { PersonaPicker } from './PersonaPicker';
import { SetUpForm } from './SetUpForm';

interface SignInPageProps {
  options: SignedOut;
  onSignedIn: () => Promise<void>;
}

export function SignInPage({ options, onSignedIn }: SignInPageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t('common.product');
  }, [t]);
  return (
    <Center component="main" mih="100vh" p="md">
      <Box className="surface" w="100%" maw={options.demo && !options.setup ? 720 : 420} p={{ base: 'md', sm: 'xl' }}>
        <Stack gap="lg">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Title order={1}>{t('common.product')}</Title>
              <Text size="sm" c="dimmed">
                {t('session.tagline')}
              </Text>
            </div>
            <LanguageSwitch />
          </Group>
          {options.setup ? <SetUpForm onSignedIn={onSignedIn} /> : options.demo ? <PersonaPicker onSignedIn={onSignedIn} /> : <PasswordForm onSignedIn={onSignedIn} />}
        </Stack>
      </Box>
    </Center>
  );
}
