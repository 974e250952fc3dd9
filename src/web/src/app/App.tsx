import { MantineProvider } from '@mantine/core';
import { Fetched } from '../components/Fetched';
import { SessionGate } from '../features/gateway/session/SessionGate';
import { cssVariables, theme } from './theme';

const loadSignedInPages = async () => (await import('./SignedInPages')).SignedInPages;

// On its way while the server is asked who is signed in.
loadSignedInPages().catch(() => undefined);

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <SessionGate>
        <Fetched load={loadSignedInPages} props={{}} />
      </SessionGate>
    </MantineProvider>
  );
}
