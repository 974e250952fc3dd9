import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { progressById, RowProgressQuery, type RowProgress } from './rowProgress';

/** While one scrolls, rows pass by that nobody looks at. */
const patience = 120;

/** As many as one request asks for at most: of a graph looked at from afar hundreds are in sight. */
const most = 100;

/** Reads how the rows in sight do, those together that are not known yet. */
export function useRowProgress(isFollowed: boolean, day: string | null) {
  const client = useClient();
  const [known, setKnown] = useState<ReadonlyMap<string, RowProgress>>(new Map());
  const asked = useRef(new Set<string>());
  const inSight = useRef<readonly string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const read = useCallback(() => {
    const missing = inSight.current.filter((id) => !asked.current.has(id));
    for (let first = 0; first < missing.length; first += most) {
      const ids = missing.slice(first, first + most);
      for (const id of ids) asked.current.add(id);
      void client.query(RowProgressQuery, { ids, day }, { requestPolicy: 'network-only' }).then(({ data }) => {
        if (data) setKnown((before) => new Map([...before, ...progressById(data)]));
        // What could not be read is asked for again when it comes into sight.
        else for (const id of ids) asked.current.delete(id);
      });
    }
  }, [client, day]);

  const schedule = useCallback(() => {
    if (!isFollowed) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(read, patience);
  }, [isFollowed, read]);

  /** Tells which rows are in sight now. */
  const show = useCallback(
    (ids: readonly string[]) => {
      inSight.current = ids;
      schedule();
    },
    [schedule],
  );

  /** These, or all, may do otherwise by now. */
  const renew = useCallback(
    (ids?: Iterable<string>) => {
      if (!ids) asked.current.clear();
      else for (const id of ids) asked.current.delete(id);
      schedule();
    },
    [schedule],
  );

  return { known: isFollowed ? known : null, show, renew };
}
