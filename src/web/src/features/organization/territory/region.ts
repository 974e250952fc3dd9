import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const RegionLine = graphql(`
  fragment RegionLine on Region {
    id
    version
    code
    name
    active
    developmentWeight
    unit {
      id
      name
    }
    profile {
      characteristics
      strategicDeployment
      development
      environment
      competition
      resources
    }
  }
`);

export type RegionData = ResultOf<typeof RegionLine>;

export const RegionsQuery = graphql(
  `
    query Regions {
      organization {
        regions {
          ...RegionLine
        }
      }
    }
  `,
  [RegionLine],
);

export const SaveRegion = graphql(
  `
    mutation SaveRegion($input: SaveRegionInput!) {
      saveRegion(input: $input) {
        region {
          ...RegionLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [RegionLine, UserErrorFields],
);

export const regionFactors = ['characteristics', 'strategicDeployment', 'development', 'environment', 'competition', 'resources'] as const;
