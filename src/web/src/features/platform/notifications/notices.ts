import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const SubjectPlace = graphql(`
  fragment SubjectPlace on Node {
    __typename
    id
    ... on SupportRequest {
      objective {
        id
      }
    }
    ... on TargetRevision {
      objective {
        id
      }
    }
    ... on Resolution {
      deviation {
        id
        meeting {
          id
        }
      }
    }
    ... on Rebalance {
      scorecard {
        id
      }
    }
    ... on DevelopmentItem {
      plan {
        id
        person {
          id
        }
        cycle {
          id
        }
      }
    }
    ... on ControlPoint {
      objective {
        id
      }
    }
    ... on ProgressReport {
      controlPoint {
        id
        objective {
          id
        }
      }
    }
  }
`);

export const NoticeLine = graphql(
  `
    fragment NoticeLine on Notification {
      id
      at
      kind
      title
      body
      readAt
      subject {
        ...SubjectPlace
      }
    }
  `,
  [SubjectPlace],
);

export type NoticeData = ResultOf<typeof NoticeLine>;

export const NoticesQuery = graphql(
  `
    query Notices($unreadOnly: Boolean!, $first: Int!, $after: String) {
      viewer {
        notifications(unreadOnly: $unreadOnly, first: $first, after: $after) {
          totalCount
          unreadCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...NoticeLine
          }
        }
      }
    }
  `,
  [NoticeLine],
);

export const UnreadQuery = graphql(`
  query Unread {
    viewer {
      notifications(first: 0) {
        unreadCount
      }
    }
  }
`);

export const SubjectQuery = graphql(
  `
    query Subject($id: ID!) {
      node(id: $id) {
        ...SubjectPlace
      }
    }
  `,
  [SubjectPlace],
);

export const NoticeArrived = graphql(`
  subscription NoticeArrived {
    notificationArrived {
      id
    }
  }
`);

export const MarkRead = graphql(
  `
    mutation MarkRead($input: MarkNotificationsReadInput!) {
      markNotificationsRead(input: $input) {
        unreadCount
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

/** What a notified resolution is about. */
export const deviationOf = (subject: ResultOf<typeof SubjectPlace>) => ('deviation' in subject ? subject.deviation : undefined);

/** Whose plan holds what a notification is about. */
export const planOf = (subject: ResultOf<typeof SubjectPlace>) => ('plan' in subject ? subject.plan : undefined);

/** The scorecard whose weights a notification is about. */
export const scorecardOf = (subject: ResultOf<typeof SubjectPlace>) => ('scorecard' in subject ? subject.scorecard : undefined);

/** The objective that a notification is about, where it is about a part of one. */
export function objectiveOf(subject: ResultOf<typeof SubjectPlace>): { id: string } | undefined {
  if ('objective' in subject) return subject.objective;
  return 'controlPoint' in subject ? subject.controlPoint.objective : undefined;
}
