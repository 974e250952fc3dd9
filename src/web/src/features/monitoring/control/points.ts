import { graphql, type DecimalText, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const ReportText = graphql(`
  fragment ReportText on ProgressReport {
    id
    at
    selfReview
    confidence
    difficulties
    supportNeeded
    minutesSpent
    viewerMayFollowUp
    by {
      id
      name
    }
    followUp {
      at
      guidance
      withinPolicy
      by {
        id
        name
      }
    }
  }
`);

export type ReportTextData = ResultOf<typeof ReportText>;

/** A control point as lists have it. */
const PointLine = graphql(`
  fragment PointLine on ControlPoint {
    id
    date
    period
    status
    expected
    viewerMayReport
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
      progress {
        health
        series {
          period
          cumulativeActual
        }
      }
    }
    report {
      id
      confidence
      selfReview
      viewerMayFollowUp
    }
  }
`);

export type PointLineData = ResultOf<typeof PointLine>;

export const ControlPointsQuery = graphql(
  `
    query ControlPoints($cycleId: ID!, $filter: ControlPointFilter, $counted: Boolean!, $first: Int!, $after: String) {
      controlPoints(cycleId: $cycleId, filter: $filter, first: $first, after: $after) {
        totalCount @include(if: $counted)
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...PointLine
        }
      }
    }
  `,
  [PointLine],
);

/** One control point with where its objective stands, and what was reported of that at its other points. */
export const ControlPointQuery = graphql(
  `
    query ControlPoint($id: ID!) {
      node(id: $id) {
        ... on ControlPoint {
          id
          date
          period
          status
          expected
          tolerance
          viewerMayReport
          report {
            ...ReportText
          }
          objective {
            id
            code
            title
            target
            lowerBound
            owner {
              id
              name
            }
            measure {
              id
              unitOfMeasure
              decimals
              aggregation
            }
            progress {
              health
              rolledUp
              forecast {
                expected
                low
                high
              }
              series {
                period
                target
                actual
                cumulativeTarget
                cumulativeLowerBound
                cumulativeActual
              }
            }
            controlPoints {
              id
              date
              report {
                ...ReportText
              }
            }
          }
        }
      }
    }
  `,
  [ReportText],
);

export type PointData = Extract<NonNullable<ResultOf<typeof ControlPointQuery>['node']>, { date: string }>;
export type ControlPointStatus = PointData['status'];

export const ControlOfObjective = graphql(`
  query ControlOfObjective($id: ID!) {
    objective(id: $id) {
      id
      viewerMaySchedule
      measure {
        id
        unitOfMeasure
        decimals
      }
      controlPoints {
        id
        date
        status
        expected
        report {
          id
          confidence
          selfReview
        }
      }
    }
  }
`);

export const ScheduleControlPoint = graphql(
  `
    mutation ScheduleControlPoint($input: ScheduleControlPointInput!) {
      scheduleControlPoint(input: $input) {
        controlPoint {
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

export const statuses: readonly ControlPointStatus[] = ['SCHEDULED', 'DUE', 'MISSED', 'REPORTED', 'REVIEWED'];

/** What somebody still has to do something about. */
export const openStatuses: readonly ControlPointStatus[] = ['DUE', 'MISSED', 'REPORTED'];

/** Which states a choice of the page stands for; null is all. */
export const statusesOf = (choice: string): readonly ControlPointStatus[] | null => {
  const one = statuses.find((status) => status === choice);
  return one ? [one] : choice === 'all' ? null : openStatuses;
};

interface Month {
  period: string;
  cumulativeActual: DecimalText | null;
}

/** What was reached by the end of a month, as far as it is known. */
export const actualBy = (series: readonly Month[], period: string): DecimalText | null => series.findLast((month) => month.period <= period && month.cumulativeActual !== null)?.cumulativeActual ?? null;
