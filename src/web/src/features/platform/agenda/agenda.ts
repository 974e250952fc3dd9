import { graphql, type ResultOf } from '../../../api/graphql';
import { SupportLine } from '../../planning/support/support';
import { MilestoneLine } from '../../planning/work/work';

export const AgendaQuery = graphql(
  `
    query Agenda($until: LocalDate, $first: Int!, $after: String) {
      viewer {
        agenda(until: $until, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            kind
            title
            due
            overdue
            subject {
              __typename
              id
              ... on WorkItem {
                version
                objective {
                  id
                }
              }
              ... on Milestone {
                ...MilestoneLine
              }
              ... on TargetRevision {
                objective {
                  id
                }
              }
              ... on Resolution {
                text
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
              ... on SupportRequest {
                ...SupportLine
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
            }
          }
        }
      }
    }
  `,
  [MilestoneLine, SupportLine],
);

export type AgendaItemData = ResultOf<typeof AgendaQuery>['viewer']['agenda']['nodes'][number];
export type AgendaKind = AgendaItemData['kind'];
export type Subject<Type extends AgendaItemData['subject']['__typename']> = Extract<AgendaItemData['subject'], { __typename: Type }>;

export const AgendaCountQuery = graphql(`
  query AgendaCount($until: LocalDate!) {
    viewer {
      agenda(until: $until, first: 0) {
        totalCount
      }
    }
  }
`);

/** Tells whoever shows how much there is to do that it is another amount now. */
export const agendaChanged = new EventTarget();

export const tellAgendaChanged = () => agendaChanged.dispatchEvent(new Event('changed'));
