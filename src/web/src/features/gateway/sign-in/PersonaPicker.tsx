import { Alert, Avatar, Group, SimpleGrid, Text, Title, UnstyledButton } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberLanguage } from '../../../api/locale';
import { getJson } from '../../../api/rest';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { useLanguage } from '../../../i18n/useLanguage';
import styles from './PersonaPicker.module.css';
import { useSignIn } from './useSignIn';

interface BothLanguages {
  en: string;
  zh: string;
}

interface Persona {
  employeeNumber: string;
  name: string;
  title: BothLanguages;
  description: BothLanguages;
}

/** In the demonstration one signs in as any of its fixed people. */
export function PersonaPicker({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const { t } = useTranslation();
  const chosenLanguage = useLanguage();
  const language = chosenLanguage === 'zh-CN' ? 'zh' : 'en';
  const [personas, setPersonas] = useState<Persona[]>();
  const [failure, setFailure] = useState<unknown>();
  const { send, busy, errors } = useSignIn('/auth/demo', [], onSignedIn);

  const load = useCallback(async () => {
    try {
      setPersonas(await getJson<Persona[]>('/auth/demo'));
      setFailure(undefined);
    } catch (error) {
      setFailure(error);
    }
  }, []);
  // eslint-disable-next-line react-hooks/set-state-in-effect -- it is set once the server has answered
  useEffect(() => void load(), [load]);

  /** Whoever came as far as this in one language goes on in it, whatever the invented person prefers. */
  function signIn(employeeNumber: string) {
    rememberLanguage(chosenLanguage);
    void send({ employeeNumber });
  }

  if (failure !== undefined) return <FailureState error={failure} onRetry={() => void load()} />;
  if (!personas) return <LoadingRows count={6} height={40} />;
  return (
    <section aria-labelledby="personas">
      <Title order={2} id="personas">
        {t('session.personas')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('session.personasHint')}
      </Text>
      {errors.general && (
        <Alert color="red" variant="outline" role="alert" mb="sm">
          {errors.general}
        </Alert>
      )}
      <SimpleGrid component="ul" cols={{ base: 1, sm: 2 }} spacing="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {personas.map((persona) => (
          <li key={persona.employeeNumber}>
            <UnstyledButton className={styles.persona} disabled={busy} onClick={() => signIn(persona.employeeNumber)}>
              <Group wrap="nowrap" gap="sm" align="flex-start">
                <Avatar size={36} radius="xl" color="ink" variant="filled" aria-hidden="true">
                  {persona.name.slice(0, 1)}
                </Avatar>
                <div>
                  <Text size="sm" fw={600}>
                    {persona.name} · {persona.title[language]}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {persona.employeeNumber} · {persona.description[language]}
                  </Text>
                </div>
              </Group>
            </UnstyledButton>
          </li>
        ))}
      </SimpleGrid>
    </section>
  );
}
