import { createContext, useContext } from 'react';
import type { LocaleName, Role } from '../../../api/graphql';

export interface SignedIn {
  signedIn: true;
  employeeNumber: string;
  name: string;
  locale: LocaleName;
  roles: Role[];
  demo: boolean;
  /** The business clock when it was asked. */
  now: string;
}

export interface SignedOut {
  signedIn: false;
  demo: boolean;
  /** Whether the first administrator may still claim the installation. */
  setup: boolean;
}

export interface Session {
  me: SignedIn;
  /** Asks again who is signed in and what time it is, and forgets what was read before. */
  renew: () => Promise<void>;
  signOut: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in.');
  return session;
}
