import { useSearchParams } from 'react-router';
import { readFilter, writeFilter, type TreeFilter } from './filter';

export type TreeView = 'rows' | 'graph';

const viewOf = (text: string | null): TreeView => (text === 'graph' ? 'graph' : 'rows');

/** Where in the goal tree one is, kept in the page's address: cycle, day, view and filter. */
export function useTreePlace() {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const day = params.get('day');
  return {
    cycleId: params.get('cycle'),
    setCycle: (id: string | null) => set('cycle', id),
    day: day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
    setDay: (value: string | null) => set('day', value),
    view: viewOf(params.get('view')),
    setView: (view: TreeView) => set('view', view === 'graph' ? 'graph' : null),
    filter: readFilter(params),
    setFilter: (filter: TreeFilter) => setParams((before) => writeFilter(before, filter), { replace: true }),
  };
}
