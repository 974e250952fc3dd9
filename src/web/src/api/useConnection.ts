import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useLanguage } from '../i18n/useLanguage';

interface Connection<Node> {
  nodes: readonly Node[];
  /** Left out where counting would cost more than the page. */
  totalCount?: number | null;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface ConnectionArgs<Data, Variables extends AnyVariables, Node> {
  query: TypedDocumentNode<Data, Variables & { first: number; after: string | null }>;
  variables: Omit<Variables, 'first' | 'after'>;
  pageSize: number;
  of: (data: Data) => Connection<Node> | null | undefined;
}

export interface Pages<Node, Data = unknown> {
  /** Undefined until the first page is read. */
  nodes: readonly Node[] | undefined;
  /** All that came with the first page. */
  first: Data | undefined;
  /** 0 where it was not asked for. */
  totalCount: number;
  hasMore: boolean;
  isReading: boolean;
  error: CombinedError | undefined;
  more: () => void;
  reload: () => void;
  /** Puts one at the end that was just added, unless it was read already. */
  append: (node: Node, isSame: (other: Node) => boolean) => void;
}

interface ReadPages<Node, Data> {
  /** The variables by which they were asked for. */
  key: string;
  nodes: Node[];
  first: Data;
  totalCount: number;
  cursor: string | null;
  hasMore: boolean;
}

const largestPage = 500;

/** Reads a growing list page by page, keeping what was read. */
export function useConnection<Data, Variables extends AnyVariables, Node>({ query, variables, pageSize, of }: ConnectionArgs<Data, Variables, Node>): Pages<Node, Data> {
  const client = useClient();
  const [known, setRead] = useState<ReadPages<Node, Data>>();
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const key = JSON.stringify(variables);
  /** Another language, other texts. */
  const asked = `${useLanguage()} ${key}`;
  const run = useRef(0);
  const pick = useRef(of);
  useEffect(() => {
    pick.current = of;
  });

  const ask = useCallback(
    async (first: number, after: string | null) => {
      const mine = ++run.current;
      setReading(true);
      setError(undefined);
      const all = { ...(JSON.parse(key) as Variables), first, after };
      const { data, error: failure } = await client.query<Data, Variables & { first: number; after: string | null }>(query, all, { requestPolicy: 'network-only' });
      if (mine !== run.current) return;
      setReading(false);
      const page = data ? pick.current(data) : null;
      if (!page || !data) {
        setError(failure);
        return;
      }
      setRead((before) => ({
        key: asked,
        nodes: after === null ? [...page.nodes] : [...(before?.nodes ?? []), ...page.nodes],
        first: after === null ? data : (before?.first ?? data),
        totalCount: page.totalCount ?? 0,
        cursor: page.pageInfo.endCursor,
        hasMore: page.pageInfo.hasNextPage,
      }));
    },
    [client, key, asked, query],
  );

  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- that it is being read follows from what is asked for
    void ask(pageSize, null);
    const runs = run;
    return () => {
      runs.current++;
    };
  }, [ask, pageSize]);

  const read = known?.key === asked ? known : undefined;
  return {
    nodes: read?.nodes,
    first: read?.first,
    totalCount: read?.totalCount ?? 0,
    hasMore: read?.hasMore ?? false,
    isReading,
    error,
    more: () => void ask(pageSize, read?.cursor ?? null),
    reload: () => void ask(Math.min(largestPage, Math.max(pageSize, read?.nodes.length ?? 0)), null),
    append: (node, isSame) => setRead((before) => (!before || before.nodes.some(isSame) ? before : { ...before, nodes: [...before.nodes, node], totalCount: before.totalCount + 1 })),
  };
}
