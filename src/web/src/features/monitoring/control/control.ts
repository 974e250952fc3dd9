import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

/** What one needs to know to report at a control point. */
export const PointToReportQuery = graphql(`
  query PointToReport($id: ID!) {
    node(id: $id) {
      ... on ControlPoint {
        id
        date
        period
        expected
        objective {
          id
          code
          title
          measure {
            id
            unitOfMeasure
            decimals
            aggregation
          }
          actuals {
            id
            period
            value
            numerator
            denominator
            correctedBy {
              id
            }
          }
          progress {
            actualToDate
            attainment
            health
            series {
              period
              cumulativeActual
            }
          }
        }
      }
    }
  }
`);

/** A report with all that its reader has to know to follow it up. */
export const ReportToFollowUpQuery = graphql(`
  query ReportToFollowUp($id: ID!) {
    node(id: $id) {
      ... on ProgressReport {
        id
        at
        selfReview
        confidence
        difficulties
        supportNeeded
        by {
          id
          name
        }
        controlPoint {
          id
          date
          period
          expected
          objective {
            id
            code
            title
            measure {
              id
              unitOfMeasure
              decimals
            }
            progress {
              actualToDate
              attainment
              health
              series {
                period
                cumulativeActual
              }
            }
          }
        }
      }
    }
  }
`);

export type PointToReport = Extract<NonNullable<ResultOf<typeof PointToReportQuery>['node']>, { date: string }>;
export type ReportToFollowUp = Extract<NonNullable<ResultOf<typeof ReportToFollowUpQuery>['node']>, { selfReview: string }>;

export const ReportProgress = graphql(
  `
    mutation ReportProgress($input: ReportProgressInput!) {
      reportProgress(input: $input) {
        progressReport {
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

export const FollowUp = graphql(
  `
    mutation FollowUp($input: FollowUpInput!) {
      followUp(input: $input) {
        progressReport {
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
