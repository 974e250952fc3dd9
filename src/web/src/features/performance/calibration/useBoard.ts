import type { CombinedError, OperationResult } from '@urql/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf } from '../../../api/graphql';
import { BoardCardQuery, BoardQuery, type BoardCardData } from './board';

interface Board {
  key: string;
  cards: BoardCardData[];
  total: number;
  isWhole: boolean;
}

/** All of a cycle's scorecards, page after page, as they come; those of a unit and below, when one is given. */
export function useBoard(cycleId: string, unitId: string | null) {
  const client = useClient();
  const [board, setBoard] = useState<Board>();
  const [error, setError] = useState<CombinedError>();
  const run = useRef(0);
  const key = `${cycleId} ${unitId ?? ''}`;

  const read = useCallback(async () => {
    const mine = ++run.current;
    setError(undefined);
    const filter = unitId ? { unitId, includeSubunits: true } : null;
    let cards: BoardCardData[] = [];
    let after: string | null = null;
    let isWhole = false;
    while (!isWhole) {
      const answer: OperationResult<ResultOf<typeof BoardQuery>> = await client.query(BoardQuery, { cycleId, filter, after }, { requestPolicy: 'network-only' });
      if (mine !== run.current) return;
      if (!answer.data) {
        setError(answer.error);
        return;
      }
      const { nodes, pageInfo, totalCount } = answer.data.scorecards;
      cards = [...cards, ...nodes];
      isWhole = !pageInfo.hasNextPage;
      after = pageInfo.endCursor;
      setBoard({ key, cards, total: totalCount, isWhole });
    }
  }, [client, cycleId, unitId, key]);

  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- that it is being read follows from what is asked for
    void read();
    const runs = run;
    return () => {
      runs.current++;
    };
  }, [read]);

  /** Reads one anew. */
  const refresh = useCallback(async (id: string) => {
    const { data } = await client.query(BoardCardQuery, { id }, { requestPolicy: 'network-only' });
    const card = data?.node && 'viewerMay' in data.node ? data.node : null;
    if (card) setBoard((before) => before && { ...before, cards: before.cards.map((one) => (one.id === id ? card : one)) });
  }, [client]);

  const shown = board?.key === key ? board : undefined;
  return { cards: shown?.cards, total: shown?.total ?? 0, isWhole: shown?.isWhole ?? false, error, reload: () => void read(), refresh };
}
