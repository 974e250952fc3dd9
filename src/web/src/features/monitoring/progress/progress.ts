import { graphql, type ResultOf } from '../../../api/graphql';
import { ActualEntry } from '../actuals/actuals';

export const ProgressOfObjective = graphql(
  `
    query ProgressOfObjective($id: ID!, $asOf: DateTime) {
      objective(id: $id, asOf: $asOf) {
        id
        code
        title
        target
        childCount
        viewerMayReport
        owner {
          id
        }
        cycle {
          id
        }
        measure {
          id
          unitOfMeasure
          decimals
          direction
          aggregation
        }
        progress {
          health
          rolledUp
          actualToDate
          targetToDate
          lowerBoundToDate
          attainment
          attainmentOfCycle
          gap
          reportedShare
          lastReportedAt
          forecast {
            expected
            low
            high
            probability
            method
          }
          series {
            period
            target
            actual
            cumulativeTarget
            cumulativeActual
            lowerBound
            cumulativeLowerBound
          }
        }
        actuals {
          ...ActualEntry
        }
      }
    }
  `,
  [ActualEntry],
);

export type FollowedObjective = NonNullable<ResultOf<typeof ProgressOfObjective>['objective']>;
export type ProgressData = FollowedObjective['progress'];
/** A target in figures; of what is kept within bounds, from the lower to the upper. */
export const writeTarget = (target: string | null | undefined, lowerBound: string | null | undefined, write: (value: string | null) => string): string =>
  lowerBound && target ? `${write(lowerBound)}–${write(target)}` : write(target ?? null);

export type MonthPoint = ProgressData['series'][number];

/** Those below an objective, with what each of their months came to. */
export const ProgressOfChildren = graphql(`
  query ProgressOfChildren($id: ID!, $asOf: DateTime) {
    objective(id: $id, asOf: $asOf) {
      id
      children {
        id
        code
        title
        status
        owner {
          id
          name
        }
        measure {
          id
          unitOfMeasure
          decimals
        }
        progress {
          health
          rolledUp
          series {
            period
            target
            actual
          }
        }
      }
    }
  }
`);

/** Of measures whose value to date is their last month's, the months alone say all. */
export const addsUpOverTime = (aggregation: string): boolean => aggregation !== 'LAST' && aggregation !== 'NONE';
