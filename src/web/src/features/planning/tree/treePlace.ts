import { useChoices, type Choices } from '../../../components/useChoices';
import { choicesOf, readFilter, type TreeFilter } from './filter';

export type TreeView = 'rows' | 'graph';

const viewOf = (text: string | null): TreeView => (text === 'graph' ? 'graph' : 'rows');

/** Where in the goal tree one is, kept in the page's address: cycle, day, view and filter. */
export function useTreePlace() {
  const [params, choose] = useChoices();
  const set = (changes: Choices) => choose(changes, { replace: true });
  const day = params.get('day');
  return {
    cycleId: params.get('cycle'),
    setCycle: (id: string | null) => set({ cycle: id }),
    day: day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
    setDay: (value: string | null) => set({ day: value }),
    view: viewOf(params.get('view')),
    setView: (view: TreeView) => set({ view: view === 'graph' ? 'graph' : null }),
    filter: readFilter(params),
    setFilter: (changes: Partial<TreeFilter>) => set(choicesOf({ ...readFilter(new URLSearchParams(window.location.search)), ...changes })),
  };
}
