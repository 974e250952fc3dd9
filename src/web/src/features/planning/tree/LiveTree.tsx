import { useLive } from '../../../api/useLive';
import { ObjectiveChangedSubscription, type ObjectiveRowData } from './ObjectiveRow';

/** Each is a connection of its own, of which a browser opens few at a time. */
const mostRoots = 3;

interface LiveTreeProps {
  roots: readonly string[];
  onChanged: (row: ObjectiveRowData) => void;
  /** News may have been missed. */
  onResume: () => void;
}

export function LiveTree({ roots, onChanged, onResume }: LiveTreeProps) {
  return roots.slice(0, mostRoots).map((id, index) => <LiveRoot key={id} id={id} onChanged={onChanged} onResume={index === 0 ? onResume : undefined} />);
}

interface LiveRootProps {
  id: string;
  onChanged: (row: ObjectiveRowData) => void;
  onResume?: () => void;
}

function LiveRoot({ id, onChanged, onResume }: LiveRootProps) {
  useLive({
    query: ObjectiveChangedSubscription,
    variables: { rootId: id },
    onData: (data) => onChanged(data.objectiveChanged),
    onResume,
  });
  return null;
}
