import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { JobTick } from '../../platform/jobs/JobProgress';

export const CardsQuery = graphql(`
  query Scorecards($cycleId: ID!, $filter: ScorecardFilter, $first: Int!, $after: String) {
    scorecards(cycleId: $cycleId, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        version
        status
        totalWeight
        score
        evidenceShare
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
          rule {
            id
          }
          objective {
            id
          }
        }
        rebalances {
          id
          status
        }
        appraisal {
          finalScore
          grade
        }
      }
    }
  }
`);

export type CardLine = ResultOf<typeof CardsQuery>['scorecards']['nodes'][number];

export const CountsQuery = graphql(`
  query ScorecardCounts($cycleId: ID!, $unitId: ID, $includeSubunits: Boolean, $text: String) {
    DRAFT: scorecards(cycleId: $cycleId, filter: { unitId: $unitId, includeSubunits: $includeSubunits, text: $text, status: [DRAFT] }, first: 0) {
      totalCount
    }
    ACTIVE: scorecards(cycleId: $cycleId, filter: { unitId: $unitId, includeSubunits: $includeSubunits, text: $text, status: [ACTIVE] }, first: 0) {
      totalCount
    }
    SELF_APPRAISED: scorecards(cycleId: $cycleId, filter: { unitId: $unitId, includeSubunits: $includeSubunits, text: $text, status: [SELF_APPRAISED] }, first: 0) {
      totalCount
    }
    APPRAISED: scorecards(cycleId: $cycleId, filter: { unitId: $unitId, includeSubunits: $includeSubunits, text: $text, status: [APPRAISED] }, first: 0) {
      totalCount
    }
    CALIBRATED: scorecards(cycleId: $cycleId, filter: { unitId: $unitId, includeSubunits: $includeSubunits, text: $text, status: [CALIBRATED] }, first: 0) {
      totalCount
    }
    DISPUTED: scorecards(cycleId: $cycleId, filter: { unitId: $unitId, includeSubunits: $includeSubunits, text: $text, status: [DISPUTED] }, first: 0) {
      totalCount
    }
    SIGNED: scorecards(cycleId: $cycleId, filter: { unitId: $unitId, includeSubunits: $includeSubunits, text: $text, status: [SIGNED] }, first: 0) {
      totalCount
    }
  }
`);

export const RulesQuery = graphql(`
  query ScoringRules {
    scoringRules {
      id
      name
      kind
      floor
      cap
      bands {
        attainment
        score
      }
    }
  }
`);

export type RuleData = ResultOf<typeof RulesQuery>['scoringRules'][number];

export const MakeScorecards = graphql(
  `
    mutation MakeScorecards($input: MakeScorecardsInput!) {
      makeScorecards(input: $input) {
        job {
          ...JobTick
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [JobTick, UserErrorFields],
);

export const MakingQuery = graphql(
  `
    query MakingScorecards($id: ID!) {
      node(id: $id) {
        ... on Job {
          ...JobTick
          scorecards {
            written
            created
            activated
            unchanged
            problems
          }
        }
      }
    }
  `,
  [JobTick],
);

export const MadeQuery = graphql(`
  query MadeScorecards($id: ID!, $problemsOnly: Boolean!, $first: Int!, $after: String) {
    node(id: $id) {
      ... on Job {
        id
        scorecards {
          cards(problemsOnly: $problemsOnly, first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            nodes {
              person {
                id
                name
                employeeNumber
                unit {
                  id
                  name
                }
              }
              result
              problem
              items {
                weight
                objective {
                  id
                  title
                }
              }
            }
          }
        }
      }
    }
  }
`);
