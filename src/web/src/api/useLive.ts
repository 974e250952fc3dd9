import { useDocumentVisibility } from '@mantine/hooks';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useRef } from 'react';
import { useSubscription, type UseSubscriptionArgs } from 'urql';

interface LiveArgs<Data, Variables extends AnyVariables> {
  query: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  pause?: boolean;
  onData: (data: Data) => void;
  /** The page was out of sight, and may have missed something. */
  onResume?: () => void;
}

/** Listens while the page is in sight: a browser opens only six connections to one server, for all its tabs together. */
export function useLive<Data, Variables extends AnyVariables>({ query, variables, pause = false, onData, onResume }: LiveArgs<Data, Variables>) {
  const isVisible = useDocumentVisibility() === 'visible';
  const wasHidden = useRef(false);
  const handlers = useRef({ onData, onResume });
  useEffect(() => {
    handlers.current = { onData, onResume };
  });

  useEffect(() => {
    if (!isVisible) wasHidden.current = true;
    else if (wasHidden.current) {
      wasHidden.current = false;
      handlers.current.onResume?.();
    }
  }, [isVisible]);

  const args = { query, variables, pause: pause || !isVisible } as UseSubscriptionArgs<Variables, Data>;
  useSubscription<Data, null, Variables>(args, (_, data) => {
    handlers.current.onData(data);
    return null;
  });
}
