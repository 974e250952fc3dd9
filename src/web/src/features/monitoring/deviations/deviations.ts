import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { LessonLine } from '../../improvement/lessons/lessons';

/** A deviation as lists have it. */
export const DeviationLine = graphql(`
  fragment DeviationLine on Deviation {
    id
    kind
    status
    severity
    route
    routed
    description
    openedAt
    externalCause
    objective {
      id
      code
      title
      owner {
        id
        name
      }
    }
    impact {
      endangered
    }
  }
`);

export type DeviationLineData = ResultOf<typeof DeviationLine>;
export type DeviationStatus = DeviationLineData['status'];
export type DeviationSeverity = DeviationLineData['severity'];
export type DeviationRoute = DeviationLineData['route'];
export type DeviationKind = DeviationLineData['kind'];

export const DeviationsQuery = graphql(
  `
    query Deviations($cycleId: ID!, $filter: DeviationFilter, $first: Int!, $after: String) {
      deviations(cycleId: $cycleId, filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...DeviationLine
        }
      }
    }
  `,
  [DeviationLine],
);

/** Tells of what opens in a unit and below it, and of what becomes of it. */
export const DeviationChanged = graphql(`
  subscription DeviationChanged($unitId: ID!) {
    deviationChanged(unitId: $unitId) {
      id
    }
  }
`);

/** What a lag does to the objectives above. */
export const Impact = graphql(`
  fragment Impact on Deviation {
    impact {
      forecastBefore
      forecastAfter
      endangered
      objective {
        id
        code
        title
      }
    }
  }
`);

export type EffectData = ResultOf<typeof Impact>['impact'][number];

export const DeviationQuery = graphql(
  `
    query Deviation($id: ID!) {
      node(id: $id) {
        ... on Deviation {
          id
          version
          kind
          status
          severity
          route
          routed
          routeNote
          description
          externalCause
          openedAt
          resolvedAt
          closedAt
          viewerMay
          viewerMayImprove
          improvementCase {
            id
            status
          }
          lessons {
            ...LessonLine
          }
          ...Impact
          openedBy {
            id
            name
          }
          objective {
            id
            code
            title
            owner {
              id
              name
            }
          }
          supervisor {
            id
            name
          }
          coordinatedUnits {
            id
            name
          }
          settlements {
            at
            agreement
            counts
            by {
              id
              name
            }
          }
          meeting {
            id
            date
            level
          }
          revision {
            id
            status
            newTarget
            oldTarget
          }
        }
      }
    }
  `,
  [Impact, LessonLine],
);

export type DeviationData = Extract<NonNullable<ResultOf<typeof DeviationQuery>['node']>, { route: unknown }>;

export const DeviationsOfObjective = graphql(
  `
    query DeviationsOfObjective($id: ID!) {
      objective(id: $id) {
        id
        viewerMaySchedule
        deviations {
          ...DeviationLine
        }
      }
    }
  `,
  [DeviationLine],
);

export const RaiseDeviation = graphql(
  `
    mutation RaiseDeviation($input: RaiseDeviationInput!) {
      raiseDeviation(input: $input) {
        deviation {
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

export const RouteDeviation = graphql(
  `
    mutation RouteDeviation($input: RouteDeviationInput!) {
      routeDeviation(input: $input) {
        deviation {
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

export const SettleDeviation = graphql(
  `
    mutation SettleDeviation($input: SettleDeviationInput!) {
      settleDeviation(input: $input) {
        deviation {
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

/** The worst first. */
export const severities: readonly DeviationSeverity[] = ['COMPANY', 'DEPARTMENT', 'INDIVIDUAL'];
export const routes: readonly DeviationRoute[] = ['SETTLE_TOGETHER', 'COORDINATE', 'OFFICE_MEETING', 'TARGET_REVISION'];
export const statuses: readonly DeviationStatus[] = ['OPEN', 'IN_HAND', 'RESOLVED', 'CLOSED'];

/** Which states a choice of the page stands for; null is all. */
export const statusesOf = (choice: string | null): DeviationStatus[] | null => {
  const one = statuses.find((status) => status === choice);
  return one ? [one] : choice === 'all' ? null : statuses.filter((status) => status !== 'CLOSED');
};
