import { useMemo, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { dayOf } from '../../../format/dates';
import { useSession } from '../../gateway/session/session';
import { mayWith, unitsLedBy } from './rights';
import { WorkspaceContext, WorkspaceQuery } from './workspace';

export function WorkspaceGate({ children }: { children: ReactNode }) {
  const { me } = useSession();
  const [{ data, error }, reload] = useQuery({ query: WorkspaceQuery });
  const workspace = useMemo(
    () =>
      data && {
        viewer: data.viewer,
        organization: data.organization,
        today: dayOf(me.now, data.organization.timeZone),
        ledUnitIds: unitsLedBy(data.viewer.person.id, data.organization.units),
        may: mayWith(data.viewer.roles),
      },
    [data, me],
  );
  if (workspace) return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
  if (error) return <FailureState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  return <LoadingRows />;
}
