import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql';

export const CycleChoices = graphql(`
  query CycleChoices {
    cycles {
      id
      name
      year
      start
      end
      status
    }
    currentCycle {
      id
    }
  }
`);

export type CycleChoice = ResultOf<typeof CycleChoices>['cycles'][number];

/** The cycles, and of them the one asked for, else the one that today falls in. */
export function useCycles(askedId: string | null) {
  const [{ data, error }, reload] = useQuery({ query: CycleChoices });
  const cycles = data?.cycles ?? [];
  const find = (id: string | null | undefined) => cycles.find((cycle) => cycle.id === id);
  return {
    cycles,
    cycle: find(askedId) ?? find(data?.currentCycle?.id) ?? cycles[0],
    isLoading: !data && !error,
    error: data ? undefined : error,
    reload: () => reload({ requestPolicy: 'network-only' }),
  };
}
