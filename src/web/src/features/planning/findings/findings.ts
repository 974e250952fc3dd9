import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const FindingLine = graphql(`
  fragment FindingLine on Finding {
    id
    kind
    severity
    repairable
    message
    proposal
    objective {
      id
      code
      title
      owner {
        id
        superior {
          id
        }
      }
      cycle {
        id
      }
    }
    related {
      id
      code
      title
    }
    waiver {
      reason
      at
      by {
        id
        name
      }
    }
  }
`);

export type FindingData = ResultOf<typeof FindingLine>;
export type FindingKind = FindingData['kind'];
export type FindingSeverity = FindingData['severity'];

/** Whether it is worth offering: neither the owner nor his superior waives, and help that is open must be answered. */
export function mayWaive(finding: Pick<FindingData, 'kind'> & { objective: { owner: FindingData['objective']['owner'] } }, viewerId: string, leads: boolean): boolean {
  const { owner } = finding.objective;
  return leads && finding.kind !== 'SUPPORT_OPEN' && owner.id !== viewerId && owner.superior?.id !== viewerId;
}

export const severities: readonly FindingSeverity[] = ['BLOCKING', 'WARNING', 'INFO'];

export const findingKinds: readonly FindingKind[] = [
  'COVERAGE_SHORTFALL', 'DUPLICATE_VERTICAL', 'DUPLICATE_HORIZONTAL', 'GAP_NOT_EXECUTED', 'GAP_DETACHED', 'UNIT_MISMATCH', 'DIRECTION_CONFLICT', 'PERIOD_MISMATCH', 'NO_RESPONSIBILITY', 'NO_TEAM_OBJECTIVE',
  'TARGET_TOO_LOW', 'TARGET_TOO_HIGH', 'SUPPORT_OPEN', 'NOT_PHASED', 'ONE_SIDED', 'NO_STRATEGY', 'IMPORTANT_WITHOUT_PROJECT', 'IMPORTANT_NOT_APPRAISED',
  'IMPORTANT_WITHOUT_INCENTIVE', 'COMPETENCY_GAP_WITHOUT_PLAN',
];

export const FindingsQuery = graphql(
  `
    query Findings($cycleId: ID!, $filter: FindingFilter, $first: Int!, $after: String) {
      findings(cycleId: $cycleId, filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...FindingLine
        }
      }
    }
  `,
  [FindingLine],
);

export const ObjectiveFindingsQuery = graphql(
  `
    query ObjectiveFindings($id: ID!) {
      objective(id: $id) {
        id
        findings {
          ...FindingLine
        }
      }
    }
  `,
  [FindingLine],
);

export const RepairFinding = graphql(
  `
    mutation RepairFinding($input: RepairFindingInput!) {
      repairFinding(input: $input) {
        finding {
          id
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const WaiveFinding = graphql(
  `
    mutation WaiveFinding($input: WaiveFindingInput!) {
      waiveFinding(input: $input) {
        finding {
          id
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);
