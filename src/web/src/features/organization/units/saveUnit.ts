import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { UnitLine } from '../workspace/workspace';

export const UnitDetail = graphql(
  `
    fragment UnitDetail on Unit {
      ...UnitLine
      version
      parent {
        id
        name
      }
      leader {
        id
        name
        employeeNumber
      }
      responsibilities {
        id
        text
      }
    }
  `,
  [UnitLine],
);

export type UnitDetailData = ResultOf<typeof UnitDetail>;

export const UnitQuery = graphql(
  `
    query Unit($id: ID!) {
      unit(id: $id) {
        ...UnitDetail
      }
    }
  `,
  [UnitDetail],
);

export const SaveUnit = graphql(
  `
    mutation SaveUnit($input: SaveUnitInput!) {
      saveUnit(input: $input) {
        unit {
          ...UnitLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UnitLine, UserErrorFields],
);
