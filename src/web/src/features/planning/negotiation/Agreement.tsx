import { useQuery } from 'urql';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { UnreadNote } from '../briefings/UnreadNote';
import { takesObjectives } from '../objectives/mayWrite';
import { SupportSection } from '../support/SupportSection';
import { AuthorityList } from './AuthorityList';
import { NegotiationQuery } from './negotiation';
import { NegotiationSection } from './NegotiationSection';
import { SignatureSection } from './SignatureSection';

interface AgreementProps {
  objectiveId: string;
  mayAskForHelp: boolean;
  news: number;
  onDone: () => void;
}

/** How an objective comes to be agreed: negotiation, help, authority, signatures. */
export function Agreement({ objectiveId, mayAskForHelp, news, onDone }: AgreementProps) {
  const [{ data, error }, read] = useQuery({ query: NegotiationQuery, variables: { id: objectiveId } });
  const reload = () => read({ requestPolicy: 'network-only' });
  useNews(news, reload);
  const done = () => {
    reload();
    onDone();
  };
  if (!data) return error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows count={3} />;
  const objective = data.objective;
  if (!objective) return null;
  return (
    <>
      {takesObjectives(objective.cycle.status) && objective.negotiationState?.viewerSide && <UnreadNote cycleId={objective.cycle.id} ownerId={objective.owner.id} />}
      {objective.negotiationState && <NegotiationSection objective={objective} state={objective.negotiationState} onDone={done} />}
      <SignatureSection objective={objective} onDone={done} />
      {objective.negotiationState && <SupportSection objectiveId={objective.id} mayAsk={mayAskForHelp} news={news} onDone={done} />}
      <AuthorityList objective={objective} onDone={done} />
    </>
  );
}
