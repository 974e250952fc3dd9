import type { CardAction } from '../scorecards/scorecards';
import { AppraiseDrawer } from './AppraiseDrawer';
import { CalibrateDrawer } from './CalibrateDrawer';
import { DisputeDrawer } from './DisputeDrawer';
import { ResolveDrawer } from './ResolveDrawer';
import { SelfAppraiseDrawer, type AppraisalDrawerProps } from './SelfAppraiseDrawer';
import { SignDrawer } from './SignDrawer';

/** The steps of an appraisal, in the order in which they are offered. */
export const appraisalActions = ['SELF_APPRAISE', 'APPRAISE', 'CALIBRATE', 'SIGN', 'DISPUTE', 'RESOLVE'] as const satisfies readonly CardAction[];

export type AppraisalAction = (typeof appraisalActions)[number];

const drawers: Readonly<Record<AppraisalAction, (props: AppraisalDrawerProps) => React.ReactNode>> = {
  SELF_APPRAISE: SelfAppraiseDrawer,
  APPRAISE: AppraiseDrawer,
  CALIBRATE: CalibrateDrawer,
  SIGN: SignDrawer,
  DISPUTE: DisputeDrawer,
  RESOLVE: ResolveDrawer,
};

/** The form of one step. */
export function AppraisalDrawer({ action, ...props }: AppraisalDrawerProps & { action: AppraisalAction }) {
  const Drawer = drawers[action];
  return <Drawer {...props} />;
}
