import { graphql, type ResultOf } from '../../../api/graphql';

export const BoardCard = graphql(`
  fragment BoardCard on Scorecard {
    id
    status
    score
    viewerMay
    person {
      id
      name
      employeeNumber
      unit {
        id
        name
      }
    }
    items {
      id
      weight
      status
      ruleScore
    }
    appraisal {
      selfScore
      finalScore
      grade
      calibrationNote
    }
  }
`);

export type BoardCardData = ResultOf<typeof BoardCard>;

export const BoardQuery = graphql(
  `
    query CalibrationBoard($cycleId: ID!, $filter: ScorecardFilter, $after: String) {
      scorecards(cycleId: $cycleId, filter: $filter, first: 200, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...BoardCard
        }
      }
    }
  `,
  [BoardCard],
);

export const BoardCardQuery = graphql(
  `
    query CalibratedCard($id: ID!) {
      node(id: $id) {
        ... on Scorecard {
          ...BoardCard
        }
      }
    }
  `,
  [BoardCard],
);
