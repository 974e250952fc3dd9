import { graphql, type ResultOf } from '../../../api/graphql';

/** What was learned from a deviation like the one at hand. */
export const LessonLine = graphql(`
  fragment LessonLine on Lesson {
    text
    closedAt
    sameMeasure
    likeness
    improvementCase {
      id
      objective {
        id
        title
      }
    }
  }
`);

export type LessonData = ResultOf<typeof LessonLine>;

export const LearnedQuery = graphql(`
  query Learned($cycleId: ID!, $filter: ImprovementFilter, $first: Int!, $after: String) {
    improvementCases(cycleId: $cycleId, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        lessons
        closedAt
        objective {
          id
          code
          title
        }
        causes {
          id
          text
          confirmedRoot
        }
        decision {
          chosen {
            id
            title
          }
        }
        verification {
          verdict
        }
      }
    }
  }
`);
