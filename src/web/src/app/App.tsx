import { mergeThemeOverrides, MantineProvider } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingRows } from '../components/LoadingRows';
import { SessionGate } from '../features/gateway/session/SessionGate';
import { cssVariables, theme } from './theme';

// On its way while the server is asked who is signed in.
const signedInPages = import('./SignedInPages');
const SignedInPages = lazy(async () => ({ default: (await signedInPages).SignedInPages }));

export function App() {
  const { t } = useTranslation();
  const named = useMemo(() => mergeThemeOverrides(theme, { components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('common.close') } } } } }), [t]);
  return (
    <MantineProvider theme={named} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <SessionGate>
        <Suspense fallback={<LoadingRows />}>
          <SignedInPages />
        </Suspense>
      </SessionGate>
    </MantineProvider>
  );
}
