import type { CombinedError } from '@urql/core';
import { useEffect, useEffectEvent } from 'react';
import type { NavigateOptions } from 'react-router';
import { useChoices, type Choices } from './useChoices';

interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** A page of a connection, forwards or backwards from a cursor. */
export interface PageVariables {
  first: number | null;
  after: string | null;
  last: number | null;
  before: string | null;
}

/** Belongs to every choice of another filter: what is found then begins at its first page. */
export const firstPage = { after: null, before: null } satisfies Choices;

/** Turns the pages of a connection; which one is shown is kept in the page's address. */
export function usePaging(size: number) {
  const [params, choose] = useChoices();
  const before = params.get('before');
  const after = before === null ? params.get('after') : null;
  const turn = (place: Choices, options?: NavigateOptions) => choose({ ...firstPage, ...place }, options);
  const page: PageVariables = before === null ? { first: size, after, last: null, before } : { first: null, after, last: size, before };
  return {
    page,
    isTurned: before !== null || after !== null,
    next: (info: PageInfo) => turn({ after: info.endCursor }),
    previous: (info: PageInfo) => turn({ before: info.startCursor }),
    restart: () => turn({}, { replace: true }),
  };
}

/** An address may be old: where nothing is left on its page, or its cursor is none any more, the first page is shown. */
export function useStandingPage(paging: ReturnType<typeof usePaging>, result: { fetching: boolean; stale: boolean; error?: CombinedError }, nodes: readonly unknown[] | undefined) {
  const { fetching, stale, error } = result;
  const isRefused = error?.graphQLErrors.some((one) => one.extensions.code === 'BAD_USER_INPUT') ?? false;
  const isLost = paging.isTurned && !fetching && !stale && (isRefused || (!error && nodes?.length === 0));
  const restart = useEffectEvent(() => paging.restart());
  useEffect(() => {
    if (isLost) restart();
  }, [isLost]);
}
