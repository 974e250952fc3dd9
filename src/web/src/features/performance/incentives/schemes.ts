import { graphql, type ResultOf } from '../../../api/graphql';

export const SchemeLine = graphql(`
  fragment SchemeLine on IncentiveScheme {
    id
    version
    name
    unit {
      id
      name
    }
    cycle {
      id
      name
      status
    }
    individualShare
    teamShare
    companyShare
    ranksPeople
    budget {
      amount
      currency
    }
    rules {
      fromScore
      percentOfTarget
    }
    participants(first: 1) {
      totalCount
    }
    findings {
      kind
      message
    }
    savedBy {
      id
      name
    }
    approvedBy {
      id
      name
    }
    approvalReason
    finalisedAt
  }
`);

export type SchemeData = ResultOf<typeof SchemeLine>;

export const SchemesQuery = graphql(
  `
    query Schemes($cycleId: ID!) {
      incentiveSchemes(cycleId: $cycleId) {
        ...SchemeLine
      }
    }
  `,
  [SchemeLine],
);

export const SchemeQuery = graphql(
  `
    query Scheme($id: ID!) {
      node(id: $id) {
        __typename
        ... on IncentiveScheme {
          ...SchemeLine
        }
      }
    }
  `,
  [SchemeLine],
);

export const AwardLine = graphql(`
  fragment AwardLine on IncentiveAward {
    person {
      id
      name
      unit {
        id
        name
      }
    }
    scheme {
      id
      name
    }
    individual {
      amount
    }
    team {
      amount
    }
    company {
      amount
    }
    total {
      amount
      currency
    }
    final
    steps
  }
`);

export type AwardData = ResultOf<typeof AwardLine>;

export const PreviewQuery = graphql(
  `
    query AwardPreview($schemeId: ID!, $assume: IncentiveAssumption) {
      incentivePreview(schemeId: $schemeId, assume: $assume) {
        ...AwardLine
      }
    }
  `,
  [AwardLine],
);

export const MyAwardsQuery = graphql(
  `
    query MyAwards($personId: ID!, $cycleId: ID!) {
      person(id: $personId) {
        awards(cycleId: $cycleId) {
          ...AwardLine
        }
      }
    }
  `,
  [AwardLine],
);

export type SchemeStage = 'waiting' | 'approved' | 'final';

export const stageOf = (scheme: Pick<SchemeData, 'approvedBy' | 'finalisedAt'>): SchemeStage => (scheme.finalisedAt ? 'final' : scheme.approvedBy ? 'approved' : 'waiting');
