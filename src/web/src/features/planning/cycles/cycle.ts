import { graphql, type CycleStatus, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const CycleDetail = graphql(`
  fragment CycleDetail on Cycle {
    id
    version
    name
    year
    start
    end
    status
    closedPeriods
    policy {
      unacknowledgedBriefing
      readinessThreshold
      individualShareLimit
      tolerance
      followUpWorkingDays
      reportGraceDays
      duplicateSimilarity
      paperworkMinutesPerMonth
      atRiskProbability
      tooLowPercentile
      tooHighPercentile
      stretchPercentile
      escalationDays
      rebalanceBound
    }
  }
`);

export type CycleData = ResultOf<typeof CycleDetail>;

export const CyclesQuery = graphql(
  `
    query Cycles {
      cycles {
        ...CycleDetail
      }
      currentCycle {
        id
      }
    }
  `,
  [CycleDetail],
);

export const OpenCycle = graphql(
  `
    mutation OpenCycle($input: OpenCycleInput!) {
      openCycle(input: $input) {
        cycle {
          ...CycleDetail
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [CycleDetail, UserErrorFields],
);

export const MoveCycle = graphql(
  `
    mutation MoveCycle($input: MoveCycleInput!) {
      moveCycle(input: $input) {
        cycle {
          ...CycleDetail
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [CycleDetail, UserErrorFields],
);

export const SetCyclePolicy = graphql(
  `
    mutation SetCyclePolicy($input: SetCyclePolicyInput!) {
      setCyclePolicy(input: $input) {
        cycle {
          ...CycleDetail
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [CycleDetail, UserErrorFields],
);

export const ClosePeriod = graphql(
  `
    mutation ClosePeriod($input: ClosePeriodInput!) {
      closePeriod(input: $input) {
        cycle {
          ...CycleDetail
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [CycleDetail, UserErrorFields],
);

export const ReopenPeriod = graphql(
  `
    mutation ReopenPeriod($input: ClosePeriodInput!) {
      reopenPeriod(input: $input) {
        cycle {
          ...CycleDetail
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [CycleDetail, UserErrorFields],
);

const order: readonly CycleStatus[] = ['PREPARATION', 'SETTING', 'EXECUTION', 'APPRAISAL', 'CLOSED'];

/** A cycle goes one step forward or, to mend a mistake, one step back; what is closed stays closed. */
export function stepsFrom(status: CycleStatus): { forward: CycleStatus | null; back: CycleStatus | null } {
  const at = order.indexOf(status);
  return status === 'CLOSED' ? { forward: null, back: null } : { forward: order[at + 1] ?? null, back: order[at - 1] ?? null };
}

/** Whether it has months to be closed: what was set is being carried out, or was. */
export const takesActuals = (status: CycleStatus): boolean => order.indexOf(status) >= order.indexOf('EXECUTION');
