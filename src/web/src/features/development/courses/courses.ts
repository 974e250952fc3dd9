import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const CoursesQuery = graphql(`
  query Courses($text: String, $competencyId: ID, $first: Int, $after: String) {
    courses(text: $text, competencyId: $competencyId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        code
        title
        provider
        hours
        reachesLevel
        mboBasics
        competency {
          id
          name
          levels
        }
        prerequisites {
          id
          code
          title
        }
      }
    }
  }
`);

export type CourseData = ResultOf<typeof CoursesQuery>['courses']['nodes'][number];

export const CourseChoices = graphql(`
  query CourseChoices($text: String) {
    courses(text: $text, first: 20) {
      nodes {
        id
        code
        title
        reachesLevel
        competency {
          id
        }
      }
    }
  }
`);

export const SaveCourse = graphql(
  `
    mutation SaveCourse($input: SaveCourseInput!) {
      saveCourse(input: $input) {
        course {
          id
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);
