import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const CommentFields = graphql(`
  fragment CommentFields on Comment {
    id
    at
    text
    by {
      id
      name
    }
    mentions {
      id
      name
      employeeNumber
    }
  }
`);

export type CommentData = ResultOf<typeof CommentFields>;

export const CommentsQuery = graphql(
  `
    query Comments($id: ID!, $first: Int!, $after: String) {
      objective(id: $id) {
        id
        comments(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...CommentFields
          }
        }
      }
    }
  `,
  [CommentFields],
);

export const WriteComment = graphql(
  `
    mutation WriteComment($input: CommentInput!) {
      comment(input: $input) {
        comment {
          ...CommentFields
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [CommentFields, UserErrorFields],
);

export const RemoveRecord = graphql(
  `
    mutation RemoveRecord($input: RemoveInput!) {
      remove(input: $input) {
        removedId
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);
