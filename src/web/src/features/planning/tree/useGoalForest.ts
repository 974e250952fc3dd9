import type { Client, CombinedError } from '@urql/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { emptyForest, everyParent, forestOf, withChanged, withChildren, type Forest } from './forest';
import { GoalTreeQuery, type ObjectiveRowData } from './ObjectiveRow';

const openingDepth = 2;
const wholeDepth = 100;
/** Beyond so many open branches, reading the whole tree anew is the faster way to refresh them. */
const manyBranches = 24;

interface TreeState {
  forest: Forest;
  expanded: ReadonlySet<string>;
  /** Where one was last. */
  activeId: string | null;
}

const nothing: TreeState = { forest: emptyForest, expanded: new Set(), activeId: null };

/** Trees as they were left, so that coming back finds the same branches open. */
const left = new WeakMap<Client, Map<string, TreeState>>();

export interface GoalForest extends TreeState {
  isLoading: boolean;
  error: CombinedError | undefined;
  /** Whose children are being read. */
  busy: ReadonlySet<string>;
  isReadingWhole: boolean;
  /** Some objectives were more than one answer holds. */
  isTruncated: boolean;
  expand: (ids: readonly string[]) => void;
  collapse: (ids: readonly string[]) => void;
  readWhole: (expandAll: boolean) => void;
  collapseAll: () => void;
  activate: (id: string) => void;
  apply: (row: ObjectiveRowData) => void;
  refresh: () => void;
}

/** Reads a cycle's goal tree, as it is or as it stood at a moment, branch by branch or as a whole. */
export function useGoalForest(cycleId: string, asOf: string | null): GoalForest {
  const client = useClient();
  const place = `${cycleId} ${asOf ?? ''}`;
  const [state, setState] = useState(() => left.get(client)?.get(place) ?? nothing);
  const [isLoading, setLoading] = useState(true);
  const [error, setError] = useState<CombinedError>();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [isReadingWhole, setReadingWhole] = useState(false);
  const [isTruncated, setTruncated] = useState(false);
  const current = useRef(state);
  const run = useRef(0);

  const update = useCallback(
    (change: (before: TreeState) => TreeState) => {
      current.current = change(current.current);
      const known = left.get(client) ?? new Map<string, TreeState>();
      left.set(client, known.set(place, current.current));
      setState(current.current);
    },
    [client, place],
  );

  const read = useCallback(
    async (depth: number, rootId: string | null = null) => {
      const { data, error: failure } = await client.query(GoalTreeQuery, { cycleId, rootId, depth, asOf }, { requestPolicy: 'network-only' });
      if (!data) throw failure ?? new Error('no answer');
      return data.goalTree;
    },
    [client, cycleId, asOf],
  );

  /** Does a reading of which only the newest counts. */
  const reading = useCallback(async (work: (isCurrent: () => boolean) => Promise<void>) => {
    const mine = ++run.current;
    setError(undefined);
    try {
      await work(() => run.current === mine);
    } catch (failure) {
      if (run.current === mine) setError(failure as CombinedError);
    }
    if (run.current === mine) {
      setLoading(false);
      setReadingWhole(false);
    }
  }, []);

  const readWhole = useCallback(
    (expandAll: boolean) => {
      setReadingWhole(true);
      void reading(async (isCurrent) => {
        const tree = await read(wholeDepth);
        if (!isCurrent()) return;
        const forest = forestOf(tree.nodes, true);
        setTruncated(tree.truncated);
        update((before) => ({ ...before, forest, expanded: expandAll ? everyParent(forest) : before.expanded }));
      });
    },
    [read, reading, update],
  );

  const refresh = useCallback(() => {
    const { forest: known, expanded } = current.current;
    if (known.isWhole || expanded.size > manyBranches) {
      readWhole(false);
      return;
    }
    void reading(async (isCurrent) => {
      const tree = await read(openingDepth);
      let forest = forestOf(tree.nodes, !tree.truncated);
      const open = known.roots.length > 0 ? new Set(expanded) : new Set(forest.roots);
      for (let level = [...open].filter((id) => known.nodes.has(id) && !forest.children.has(id)); level.length > 0; ) {
        const here = level.filter((id) => forest.nodes.has(id));
        const branches = await Promise.all(here.map((id) => read(openingDepth, id)));
        here.forEach((id, i) => (forest = withChildren(forest, id, (branches[i]?.nodes ?? []).filter((row) => row.id !== id))));
        level = here.length === 0 ? [] : level.filter((id) => !forest.children.has(id));
      }
      if (isCurrent()) update((before) => ({ ...before, forest, expanded: open }));
    });
  }, [read, readWhole, reading, update]);

  useEffect(() => {
    current.current = left.get(client)?.get(place) ?? nothing;
    setState(current.current);
    setLoading(true);
    setTruncated(false);
    refresh();
    const runs = run;
    return () => {
      runs.current++;
    };
  }, [client, place, refresh]);

  const expand = useCallback(
    (ids: readonly string[]) => {
      const { forest } = current.current;
      update((before) => ({ ...before, expanded: new Set([...before.expanded, ...ids]) }));
      for (const id of ids.filter((one) => !forest.children.has(one))) {
        setBusy((before) => new Set(before).add(id));
        read(openingDepth, id)
          .then((tree) => update((before) => ({ ...before, forest: withChildren(before.forest, id, tree.nodes.filter((row) => row.id !== id)) })))
          .catch((failure: unknown) => {
            update((before) => ({ ...before, expanded: without(before.expanded, [id]) }));
            setError(failure as CombinedError);
          })
          .finally(() => setBusy((before) => without(before, [id])));
      }
    },
    [read, update],
  );

  return {
    ...state,
    isLoading,
    error,
    busy,
    isReadingWhole,
    isTruncated,
    expand,
    collapse: useCallback((ids) => update((before) => ({ ...before, expanded: without(before.expanded, ids) })), [update]),
    readWhole,
    collapseAll: useCallback(() => update((before) => ({ ...before, expanded: new Set() })), [update]),
    activate: useCallback((activeId) => update((before) => ({ ...before, activeId })), [update]),
    apply: useCallback((row) => update((before) => ({ ...before, forest: withChanged(before.forest, row) })), [update]),
    refresh,
  };
}

function without(set: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const next = new Set(set);
  for (const id of ids) next.delete(id);
  return next;
}
