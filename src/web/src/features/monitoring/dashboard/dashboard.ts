import { graphql, type DecimalText, type Health, type ResultOf } from '../../../api/graphql';

/** How many are in which health, without the months. */
export const DashboardHealth = graphql(`
  fragment DashboardHealth on DashboardRow {
    objectives
    onTrack
    atRisk
    offTrack
    achieved
    unknown
    exempt
    attainment
  }
`);

export type DashboardHealthData = ResultOf<typeof DashboardHealth>;

const DashboardCounts = graphql(
  `
    fragment DashboardCounts on DashboardRow {
      ...DashboardHealth
      trend {
        month
        attainment
        offTrack
      }
    }
  `,
  [DashboardHealth],
);

export type DashboardCountsData = ResultOf<typeof DashboardCounts>;

export const DashboardQuery = graphql(
  `
    query Dashboard($cycleId: ID!, $by: DashboardDimension!, $unitId: ID, $superiorId: ID, $asOf: LocalDate, $first: Int!, $after: String) {
      dashboard(cycleId: $cycleId, by: $by, unitId: $unitId, superiorId: $superiorId, asOf: $asOf, first: $first, after: $after) {
        whole {
          ...DashboardCounts
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...DashboardCounts
          unit {
            id
            name
          }
          region {
            id
            name
          }
          customer {
            id
            name
          }
          person {
            id
            name
          }
        }
      }
    }
  `,
  [DashboardCounts],
);

export type DashboardRowData = ResultOf<typeof DashboardQuery>['dashboard']['nodes'][number];

/** The objectives behind a row, as they stand or stood at the end of a day. */
export const StandingsQuery = graphql(`
  query Standings($cycleId: ID!, $filter: StandingFilter!, $asOf: LocalDate, $first: Int!, $after: String) {
    standings(cycleId: $cycleId, filter: $filter, asOf: $asOf, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        health
        attainment
        objective {
          id
          code
          title
          owner {
            id
            name
          }
          measure {
            id
            unitOfMeasure
            decimals
          }
          progress(asOf: $asOf) {
            actualToDate
            targetToDate
          }
        }
      }
    }
  }
`);

export const dimensions = ['UNIT', 'REGION', 'CUSTOMER', 'PERSON'] as const;
export type Dimension = (typeof dimensions)[number];

/** Whom or what a row is of. */
export const subjectOf = (row: DashboardRowData) => row.unit ?? row.region ?? row.customer ?? row.person;

/** The counts of a row by health, in the order in which they are drawn. */
export const partsOf = (row: DashboardHealthData): readonly { health: Health; count: number }[] => [
  { health: 'OFF_TRACK', count: row.offTrack },
  { health: 'AT_RISK', count: row.atRisk },
  { health: 'ON_TRACK', count: row.onTrack },
  { health: 'ACHIEVED', count: row.achieved },
  { health: 'EXEMPT', count: row.exempt },
  { health: 'UNKNOWN', count: row.unknown },
];

/** An attainment as a whole per cent; what is not known stays so. */
export const percentOf = (attainment: DecimalText | null) => (attainment === null ? null : Math.round(Number(attainment) * 100));

/** The points of a small line within a box; months of which nothing is known are left out. */
export function sparkline(trend: readonly { attainment: DecimalText | null }[], width: number, height: number): string {
  const values = trend.map((point) => (point.attainment === null ? null : Number(point.attainment)));
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return '';
  const [least, most] = [Math.min(...known, 1), Math.max(...known, 1)];
  const span = most - least || 1;
  return values.flatMap((value, index) => (value === null ? [] : [`${round((index / (values.length - 1)) * width)},${round(height - ((value - least) / span) * height)}`])).join(' ');
}

const round = (value: number) => Math.round(value * 10) / 10;
