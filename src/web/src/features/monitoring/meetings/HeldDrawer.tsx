import { useState } from 'react';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { useWorkspace } from '../../organization/workspace/workspace';
import { MeetingPlace, ownPlace } from './MeetingPlace';
import { AwaitingMeetingQuery } from './meetings';
import { RecordDrawer } from './RecordDrawer';

interface HeldDrawerProps {
  cycleId: string;
  onDone: (meetingId: string) => void;
  onClose: () => void;
}

/** Writes down a meeting that was held without having been called: of which office, and what it resolved of all that was taken to it. */
export function HeldDrawer({ cycleId, onDone, onClose }: HeldDrawerProps) {
  const workspace = useWorkspace();
  const [place, setPlace] = useState(() => ownPlace(workspace));
  const { unitId, level } = place;
  const severity = level === 'COMPANY' ? (['COMPANY'] as const) : (['DEPARTMENT', 'INDIVIDUAL'] as const);
  const [{ data, error, stale, fetching }, read] = useQuery({
    query: AwaitingMeetingQuery,
    variables: { cycleId, filter: { unitId, includeSubunits: true, status: ['IN_HAND'], route: ['OFFICE_MEETING'], severity: [...severity] } },
    pause: unitId === null,
    requestPolicy: 'network-only',
  });
  const isReading = unitId !== null && (fetching || stale);
  const waiting = isReading || error ? [] : (data?.deviations.nodes ?? []).filter(({ routed, meeting }) => routed && meeting === null);
  return (
    <RecordDrawer
      meetingId={null}
      place={place}
      agenda={waiting}
      day={workspace.today}
      expected={[]}
      header={(errorOf) => <MeetingPlace value={place} errorOf={errorOf} onChange={setPlace} />}
      notice={isReading ? <LoadingRows count={2} /> : error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : undefined}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
