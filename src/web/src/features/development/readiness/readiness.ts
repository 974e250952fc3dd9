import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const ReadinessFacts = graphql(`
  fragment ReadinessFacts on Readiness {
    managementKnowledge
    selfManagement
    threshold
    ready
    evidence
    assessedAt
    assessedBy {
      id
      name
    }
    trainedAt
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

export type ReadinessData = ResultOf<typeof ReadinessFacts>;

export const ReadinessOverviewQuery = graphql(
  `
    query ReadinessOverview($unitId: ID, $state: ReadinessState, $first: Int!, $after: String) {
      readinessOverview(unitId: $unitId, state: $state, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          state
          threshold
          person {
            id
            name
            employeeNumber
            unit {
              id
              name
            }
            viewerMayDevelop
            readiness {
              ...ReadinessFacts
            }
          }
        }
      }
    }
  `,
  [ReadinessFacts],
);

export type OverviewRow = ResultOf<typeof ReadinessOverviewQuery>['readinessOverview']['nodes'][number];
export type ReadinessState = OverviewRow['state'];

export const readinessStates: readonly ReadinessState[] = ['NOT_ASSESSED', 'NOT_READY', 'READY'];

/** What the drawer needs of a person, where nothing was read of him yet. */
export const AssessedPersonQuery = graphql(
  `
    query AssessedPerson($id: ID!) {
      person(id: $id) {
        id
        name
        readiness {
          ...ReadinessFacts
        }
      }
    }
  `,
  [ReadinessFacts],
);

export const AssessReadiness = graphql(
  `
    mutation AssessReadiness($input: AssessReadinessInput!) {
      assessReadiness(input: $input) {
        person {
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

export const WaiveReadiness = graphql(
  `
    mutation WaiveReadiness($input: WaiveReadinessInput!) {
      waiveReadiness(input: $input) {
        person {
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

/** The figures that are given, the lowest first. */
export const figures = [1, 2, 3, 4, 5] as const;
