import { Center, Loader } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import { createApiClient } from '../../../api/client';
import { rememberedLanguage, toLanguage } from '../../../api/locale';
import { getJson, postJson } from '../../../api/rest';
import { FailureState } from '../../../components/FailureState';
import { Fetched } from '../../../components/Fetched';
import { changeLanguage } from '../../../i18n/i18n';
import { SessionContext, type SignedIn, type SignedOut } from './session';

const loadSignInPage = async () => (await import('../sign-in/SignInPage')).SignInPage;

type State = { kind: 'asking' } | { kind: 'failed'; error: unknown } | { kind: 'known'; who: SignedIn | SignedOut; generation: number };

/** Shows the page to whoever is signed in, and the sign-in to everybody else. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>({ kind: 'asking' });

  const ask = useCallback(async (adoptLanguage: boolean) => {
    try {
      const who = await getJson<SignedIn | SignedOut>('/auth/me');
      if (who.signedIn && adoptLanguage) await changeLanguage(rememberedLanguage() ?? toLanguage(who.locale));
      setState((before) => ({ kind: 'known', who, generation: before.kind === 'known' ? before.generation + 1 : 0 }));
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  }, []);

  // eslint-disable-next-line react-hooks/set-state-in-effect -- it is set once the server has answered
  useEffect(() => void ask(true), [ask]);

  const waiting = (
    <Center h="100vh" role="status" aria-label={t('common.loading')}>
      <Loader />
    </Center>
  );
  if (state.kind === 'asking') return waiting;
  if (state.kind === 'failed') return <FailureState error={state.error} onRetry={() => void ask(true)} />;
  if (!state.who.signedIn) return <Fetched load={loadSignInPage} props={{ options: state.who, onSignedIn: () => ask(true) }} waiting={waiting} />;
  return (
    <SignedInArea key={`${state.who.employeeNumber} ${state.generation}`} me={state.who} ask={ask}>
      {children}
    </SignedInArea>
  );
}

interface SignedInAreaProps {
  me: SignedIn;
  ask: (adoptLanguage: boolean) => Promise<void>;
  children: ReactNode;
}

function SignedInArea({ me, ask, children }: SignedInAreaProps) {
  const client = useMemo(() => createApiClient(() => void ask(false)), [ask]);
  const session = useMemo(
    () => ({
      me,
      renew: () => ask(false),
      signOut: async () => {
        await postJson('/auth/sign-out');
        await ask(false);
      },
    }),
    [me, ask],
  );
  return (
    <Provider value={client}>
      <SessionContext value={session}>{children}</SessionContext>
    </Provider>
  );
}
