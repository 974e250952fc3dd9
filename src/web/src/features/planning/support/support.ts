import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const SupportLine = graphql(`
  fragment SupportLine on SupportRequest {
    id
    what
    neededBy
    status
    answer
    viewerMay
    objective {
      id
      title
    }
    fromUnit {
      id
      name
    }
    fromPerson {
      id
      name
    }
    receiver {
      id
      name
    }
    requestedBy {
      id
      name
    }
    answeredBy {
      id
      name
    }
  }
`);

export type SupportData = ResultOf<typeof SupportLine>;
export type SupportStatus = SupportData['status'];

export const SupportQuery = graphql(
  `
    query Support($id: ID!) {
      objective(id: $id) {
        id
        supportRequests {
          ...SupportLine
        }
      }
    }
  `,
  [SupportLine],
);

export const SupportAwaitedQuery = graphql(
  `
    query SupportAwaited($cycleId: ID!) {
      supportAwaited(cycleId: $cycleId) {
        ...SupportLine
      }
    }
  `,
  [SupportLine],
);

export const RequestSupport = graphql(
  `
    mutation RequestSupport($input: RequestSupportInput!) {
      requestSupport(input: $input) {
        supportRequest {
          ...SupportLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [SupportLine, UserErrorFields],
);

export const AnswerSupport = graphql(
  `
    mutation AnswerSupport($input: AnswerSupportInput!) {
      answerSupport(input: $input) {
        supportRequest {
          ...SupportLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [SupportLine, UserErrorFields],
);
