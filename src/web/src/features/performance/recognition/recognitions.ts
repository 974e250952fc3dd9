import { graphql, type ResultOf } from '../../../api/graphql';

export const RecognitionLine = graphql(`
  fragment RecognitionLine on Recognition {
    id
    at
    kind
    text
    to {
      id
      name
      unit {
        id
        name
      }
    }
    by {
      id
      name
    }
    objective {
      id
      title
    }
    amount {
      amount
      currency
    }
  }
`);

export type RecognitionData = ResultOf<typeof RecognitionLine>;

export const RecognitionsQuery = graphql(
  `
    query Recognitions($filter: RecognitionFilter, $first: Int!, $after: String) {
      recognitions(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...RecognitionLine
        }
      }
    }
  `,
  [RecognitionLine],
);

export const recognitionKinds = ['PRAISE', 'MILESTONE', 'LEARNING', 'AWARD'] as const;

export type RecognitionKind = (typeof recognitionKinds)[number];
