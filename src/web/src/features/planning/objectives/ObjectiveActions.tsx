import type { ObjectiveRowData } from '../tree/ObjectiveRow';
import { DraftDrawer } from './DraftDrawer';
import { EditDrawer } from './EditDrawer';
import { MoveDrawer } from './MoveDrawer';
import { WithdrawDrawer } from './WithdrawDrawer';

interface Subject {
  id: string;
  version: number;
  code: string;
  title: string;
}

export type ActionRequest = { kind: 'draft'; parentId: string | null } | { kind: 'edit'; objective: Subject; target?: string } | { kind: 'move' | 'withdraw'; objective: Subject };

interface ObjectiveActionsProps {
  cycleId: string;
  request: ActionRequest;
  onDone: (row: ObjectiveRowData) => void;
  /** What is shown is out of date. */
  onReload: () => void;
  onClose: () => void;
}

/** The form of what one has chosen to do with an objective. */
export function ObjectiveActions({ cycleId, request, ...rest }: ObjectiveActionsProps) {
  switch (request.kind) {
    case 'draft':
      return <DraftDrawer cycleId={cycleId} parentId={request.parentId} {...rest} />;
    case 'edit':
      return <EditDrawer id={request.objective.id} target={request.target} {...rest} />;
    case 'move':
      return <MoveDrawer cycleId={cycleId} objective={request.objective} {...rest} />;
    case 'withdraw':
      return <WithdrawDrawer objective={request.objective} {...rest} />;
  }
}
