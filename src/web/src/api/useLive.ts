import { useDocumentVisibility } from '@mantine/hooks';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useRef, useState } from 'react';
import { useSubscription, type UseSubscriptionArgs } from 'urql';
import { reconnected } from './client';

interface LiveArgs<Data, Variables extends AnyVariables> {
  query: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  pause?: boolean;
  onData: (data: Data) => void;
  /** The page was away or cut off for a while, and may have missed something. */
  onResume?: () => void;
}

/** A page that is out of sight for longer gives its connection up: a browser opens only six to one server, for all its tabs together. */
const patience = 30_000;

/** Listens to what changes, while the page is in sight. */
export function useLive<Data, Variables extends AnyVariables>({ query, variables, pause = false, onData, onResume }: LiveArgs<Data, Variables>) {
  const isAway = useIsAway();
  const wasAway = useRef(false);
  const handlers = useRef({ onData, onResume });
  useEffect(() => {
    handlers.current = { onData, onResume };
  });

  useEffect(() => {
    const resume = () => handlers.current.onResume?.();
    if (!isAway && wasAway.current && !pause) resume();
    wasAway.current = isAway;
    if (isAway || pause) return undefined;
    reconnected.addEventListener('reconnected', resume);
    return () => reconnected.removeEventListener('reconnected', resume);
  }, [isAway, pause]);

  const args = { query, variables, pause: pause || isAway } as UseSubscriptionArgs<Variables, Data>;
  useSubscription<Data, null, Variables>(args, (_, data) => {
    handlers.current.onData(data);
    return null;
  });
}

function useIsAway(): boolean {
  const isHidden = useDocumentVisibility() === 'hidden';
  const [isAway, setAway] = useState(false);
  if (!isHidden && isAway) setAway(false);
  useEffect(() => {
    if (!isHidden) return undefined;
    const timer = setTimeout(() => setAway(true), patience);
    return () => clearTimeout(timer);
  }, [isHidden]);
  return isAway;
}
