import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const NeedsQuery = graphql(`
  query ObjectiveNeeds($id: ID!) {
    objective(id: $id) {
      id
      status
      cycle {
        id
        status
      }
      competencyRequirements {
        level
        competency {
          id
          name
          levels
        }
      }
      owner {
        id
        name
        viewerMayDevelop
        competencies {
          level
          competency {
            id
          }
        }
      }
    }
  }
`);

export type NeedsData = NonNullable<ResultOf<typeof NeedsQuery>['objective']>;

export const RequireCompetencies = graphql(
  `
    mutation RequireCompetencies($input: RequireCompetenciesInput!) {
      requireCompetencies(input: $input) {
        objective {
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
