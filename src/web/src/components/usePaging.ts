import { useState } from 'react';

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

/** Turns the pages of a connection; a change of what is asked for begins at the first page again. */
export function usePaging(asked: string, size: number) {
  const start: PageVariables = { first: size, after: null, last: null, before: null };
  const [state, setState] = useState({ asked, page: start });
  if (state.asked !== asked) setState({ asked, page: start });
  const turn = (page: PageVariables) => setState({ asked, page });
  return {
    page: state.asked === asked ? state.page : start,
    next: (info: PageInfo) => turn({ first: size, after: info.endCursor, last: null, before: null }),
    previous: (info: PageInfo) => turn({ first: null, after: null, last: size, before: info.startCursor }),
  };
}
