import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { LessonLine } from '../lessons/lessons';

/** A case as lists have it. */
export const CaseLine = graphql(`
  fragment CaseLine on ImprovementCase {
    id
    status
    openedAt
    closedAt
    due
    overdue
    nextReportDue
    verifiableFrom
    viewerMay
    objective {
      id
      code
      title
      owner {
        id
        name
      }
    }
    responsible {
      id
      name
    }
  }
`);

export type CaseLineData = ResultOf<typeof CaseLine>;
export type ImprovementStatus = CaseLineData['status'];
export type ImprovementAction = CaseLineData['viewerMay'][number];

export const CasesQuery = graphql(
  `
    query ImprovementCases($cycleId: ID!, $filter: ImprovementFilter, $first: Int!, $after: String) {
      improvementCases(cycleId: $cycleId, filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...CaseLine
        }
      }
    }
  `,
  [CaseLine],
);

const CauseLine = graphql(`
  fragment CauseLine on Cause {
    id
    category
    text
    parentId
    evidence
    confirmedRoot
  }
`);

export type CauseData = ResultOf<typeof CauseLine>;
export type CauseCategory = CauseData['category'];

const CountermeasureLine = graphql(`
  fragment CountermeasureLine on Countermeasure {
    id
    title
    description
    addresses
    scored
    total
    winsFrom
    cost {
      amount
      currency
    }
    scores {
      criterionId
      score
    }
  }
`);

export type CountermeasureData = ResultOf<typeof CountermeasureLine>;

const VerificationLine = graphql(`
  fragment VerificationLine on Verification {
    verdict
    periods
    gapBefore
    gapAfter
    at
    reason
    by {
      id
      name
    }
  }
`);

export type VerificationData = ResultOf<typeof VerificationLine>;

const ReportLine = graphql(`
  fragment ReportLine on ImprovementReport {
    id
    at
    done
    effect
    next
    percentComplete
    late
    by {
      id
      name
    }
  }
`);

export type ReportData = ResultOf<typeof ReportLine>;

export const CaseQuery = graphql(
  `
    query ImprovementCase($id: ID!) {
      node(id: $id) {
        ... on ImprovementCase {
          id
          version
          status
          openedAt
          due
          overdue
          reportEveryDays
          nextReportDue
          completedAt
          verifiableFrom
          closedAt
          lessons
          viewerMay
          openedBy {
            id
            name
          }
          responsible {
            id
            name
            employeeNumber
            unit {
              id
              name
            }
          }
          deviation {
            id
            kind
            description
            openedAt
            status
            lessons {
              ...LessonLine
            }
          }
          objective {
            id
            code
            title
            target
            lowerBound
            owner {
              id
              name
            }
            measure {
              id
              name
              unitOfMeasure
              decimals
            }
            cycle {
              id
              name
              end
            }
          }
          causes {
            ...CauseLine
          }
          criteria {
            id
            name
            weight
          }
          countermeasures {
            ...CountermeasureLine
          }
          decision {
            rationale
            at
            chosen {
              id
              title
            }
            by {
              id
              name
            }
          }
          reports {
            ...ReportLine
          }
          evidence {
            periods
            gapBefore
            gapAfter
            closed
          }
          verifications {
            ...VerificationLine
          }
        }
      }
    }
  `,
  [CauseLine, CountermeasureLine, VerificationLine, ReportLine, LessonLine],
);

export type CaseData = Extract<NonNullable<ResultOf<typeof CaseQuery>['node']>, { causes: unknown }>;

export const OpenCase = graphql(
  `
    mutation OpenImprovementCase($input: OpenImprovementCaseInput!) {
      openImprovementCase(input: $input) {
        improvementCase {
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

const wanted: Readonly<Record<ImprovementStatus, readonly ImprovementAction[]>> = { ANALYSIS: ['ANALYSE'], COUNTERMEASURES: ['DECIDE', 'COMPARE'], IN_PROGRESS: ['REPORT'], VERIFYING: ['VERIFY', 'ACCEPT'], CLOSED: [] };

/** What the viewer can do to bring a case on, today; what cannot be verified yet waits. */
export function nextStepOf({ status, viewerMay, verifiableFrom }: Pick<CaseLineData, 'status' | 'viewerMay' | 'verifiableFrom'>, today: string): ImprovementAction | undefined {
  if (status === 'VERIFYING' && verifiableFrom !== null && today < verifiableFrom) return undefined;
  return wanted[status].find((action) => viewerMay.includes(action));
}

/** In the order in which a case goes through them. */
export const statuses: readonly ImprovementStatus[] = ['ANALYSIS', 'COUNTERMEASURES', 'IN_PROGRESS', 'VERIFYING', 'CLOSED'];
