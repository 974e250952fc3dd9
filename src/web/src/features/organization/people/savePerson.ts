import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { PersonLine } from './PersonLine';

/** All that a person's record says. */
export const PersonDetail = graphql(
  `
    fragment PersonDetail on Person {
      ...PersonLine
      version
      email
      locale
      relativeStrength
      roles
      superior {
        id
        name
        employeeNumber
      }
      chain {
        id
        name
        position {
          id
          title
        }
      }
      directReports {
        ...PersonLine
      }
    }
  `,
  [PersonLine],
);

export type PersonDetailData = ResultOf<typeof PersonDetail>;

export const PersonQuery = graphql(
  `
    query Person($id: ID!) {
      person(id: $id) {
        ...PersonDetail
        viewerMayDevelop
      }
    }
  `,
  [PersonDetail],
);

export const SavePerson = graphql(
  `
    mutation SavePerson($input: SavePersonInput!) {
      savePerson(input: $input) {
        person {
          ...PersonLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [PersonLine, UserErrorFields],
);
