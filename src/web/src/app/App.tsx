import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { LoadingRows } from '../components/LoadingRows';
import { SessionGate } from '../features/gateway/session/SessionGate';
import { cssVariables, theme } from './theme';

// On its way while the server is asked who is signed in.
const signedInPages = import('./SignedInPages');
const SignedInPages = lazy(async () => ({ default: (await signedInPages).SignedInPages }));

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <SessionGate>
        <Suspense fallback={<LoadingRows />}>
          <SignedInPages />
        </Suspense>
      </SessionGate>
    </MantineProvider>
  );
}
