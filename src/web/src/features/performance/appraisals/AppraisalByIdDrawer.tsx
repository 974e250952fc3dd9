import { useQuery } from 'urql';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { CardQuery } from '../scorecards/scorecards';
import { AppraisalDrawer, type AppraisalAction } from './AppraisalDrawers';

interface ByIdProps {
  action: AppraisalAction;
  scorecardId: string;
  onDone: () => void;
  onClose: () => void;
}

/** The form of a step where only the scorecard's id is known. */
export function AppraisalByIdDrawer({ action, scorecardId, onDone, onClose }: ByIdProps) {
  const [{ data, error }, read] = useQuery({ query: CardQuery, variables: { id: scorecardId } });
  const card = data?.node?.__typename === 'Scorecard' ? data.node : null;
  if (!card) return <PendingDrawer error={error} onRetry={() => read({ requestPolicy: 'network-only' })} onClose={onClose} />;
  return <AppraisalDrawer action={action} card={card} onDone={onDone} onClose={onClose} />;
}
