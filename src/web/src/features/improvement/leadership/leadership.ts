import { graphql, type ResultOf } from '../../../api/graphql';

export const LeadershipQuery = graphql(`
  query Leadership($cycleId: ID!, $unitId: ID) {
    leadership(cycleId: $cycleId, unitId: $unitId) {
      leader {
        id
        name
        employeeNumber
        unit {
          id
          name
        }
      }
      authorityGranted
      informationShared
      unaskedReports
      followUpInTime
      jointlyClosed
      helpCoordinated
    }
  }
`);

export type LeaderData = ResultOf<typeof LeadershipQuery>['leadership'][number];

/** The six principles in the source's order. */
export const principles = ['authorityGranted', 'informationShared', 'unaskedReports', 'followUpInTime', 'jointlyClosed', 'helpCoordinated'] as const;
export type Principle = (typeof principles)[number];

/** Less than half is little. */
export const isLow = (share: number | null) => share !== null && share < 0.5;

export const percentOf = (share: number) => Math.round(share * 100);
