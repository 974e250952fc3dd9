import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const BriefingLine = graphql(`
  fragment BriefingLine on Briefing {
    id
    version
    kind
    title
    publishedAt
    acknowledgedAt
    awaitsViewer
    unit {
      id
      name
    }
    publishedBy {
      id
      name
    }
    acknowledgements(first: 0) {
      totalCount
    }
    pending(first: 0) {
      totalCount
    }
  }
`);

export type BriefingData = ResultOf<typeof BriefingLine>;
export type BriefingKind = BriefingData['kind'];

/** The four that are told before objectives are set, and what was set. */
export const briefingKinds: readonly BriefingKind[] = ['GENERAL_ENVIRONMENT', 'INDUSTRY_ENVIRONMENT', 'COMPETITIVE_ENVIRONMENT', 'COMPANY_RESULTS', 'OBJECTIVE_PUBLICATION'];

export const BriefingsQuery = graphql(
  `
    query Briefings($cycleId: ID!, $unitId: ID, $kind: BriefingKind, $first: Int!, $after: String) {
      briefings(cycleId: $cycleId, unitId: $unitId, kind: $kind, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...BriefingLine
        }
      }
    }
  `,
  [BriefingLine],
);

export const OpennessQuery = graphql(`
  query Openness($cycleId: ID!, $unitId: ID) {
    cycle(id: $cycleId) {
      id
      settingProgress(unitId: $unitId) {
        briefingsMissing
        unit {
          id
          name
        }
      }
    }
  }
`);

export const BriefingQuery = graphql(
  `
    query Briefing($id: ID!) {
      node(id: $id) {
        ... on Briefing {
          ...BriefingLine
          body
          cycle {
            id
            name
          }
          objectives {
            id
            code
            title
          }
        }
      }
    }
  `,
  [BriefingLine],
);

export const HaveQuery = graphql(`
  query BriefingHave($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      ... on Briefing {
        id
        acknowledgements(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            name
            employeeNumber
          }
        }
      }
    }
  }
`);

export const HaveNotQuery = graphql(`
  query BriefingHaveNot($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      ... on Briefing {
        id
        pending(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            name
            employeeNumber
          }
        }
      }
    }
  }
`);

export const PublishBriefing = graphql(
  `
    mutation PublishBriefing($input: PublishBriefingInput!) {
      publishBriefing(input: $input) {
        briefing {
          ...BriefingLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [BriefingLine, UserErrorFields],
);

export const AcknowledgeBriefing = graphql(
  `
    mutation AcknowledgeBriefing($input: AcknowledgeBriefingInput!) {
      acknowledgeBriefing(input: $input) {
        briefing {
          ...BriefingLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [BriefingLine, UserErrorFields],
);
