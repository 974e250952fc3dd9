import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const PositionLine = graphql(`
  fragment PositionLine on Position {
    id
    version
    code
    title
    relativeStrength
    unit {
      id
      name
    }
    region {
      id
      name
    }
    responsibilities {
      id
      text
    }
    incumbents {
      id
      name
    }
  }
`);

export type PositionData = ResultOf<typeof PositionLine>;

export const PositionsQuery = graphql(
  `
    query Positions($unitId: ID) {
      positions(unitId: $unitId) {
        ...PositionLine
      }
    }
  `,
  [PositionLine],
);

export const SavePosition = graphql(
  `
    mutation SavePosition($input: SavePositionInput!) {
      savePosition(input: $input) {
        position {
          ...PositionLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [PositionLine, UserErrorFields],
);
