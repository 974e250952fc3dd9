import { graphql, type DecimalText, type ResultOf } from '../../../api/graphql';
import { SubjectPlace } from '../../platform/notifications/notices';

export const HealthQuery = graphql(`
  query ProgramHealth($cycleId: ID!, $unitId: ID) {
    programHealth(cycleId: $cycleId, unitId: $unitId) {
      score
      unit {
        id
        name
      }
      indicators {
        cause
        state
        value
        threshold
        formula
        remedy
        trend {
          period
          value
        }
      }
    }
  }
`);

export type IndicatorData = ResultOf<typeof HealthQuery>['programHealth']['indicators'][number];
export type FailureCause = IndicatorData['cause'];
export type IndicatorState = IndicatorData['state'];

/** The records behind the indicators, read once one is looked at. */
export const HealthEvidenceQuery = graphql(
  `
    query HealthEvidence($cycleId: ID!, $unitId: ID, $first: Int!) {
      programHealth(cycleId: $cycleId, unitId: $unitId) {
        indicators {
          cause
          evidence(first: $first) {
            ...SubjectPlace
            ... on Briefing {
              title
            }
            ... on StrategyElement {
              title
            }
            ... on Objective {
              title
              code
            }
            ... on Person {
              name
              employeeNumber
            }
            ... on DevelopmentItem {
              title
              due
              plan {
                id
                person {
                  id
                  name
                }
              }
            }
            ... on TargetRevision {
              objective {
                id
                title
                code
              }
            }
            ... on ControlPoint {
              date
              objective {
                id
                title
                code
              }
            }
            ... on ProgressReport {
              minutesSpent
              by {
                id
                name
              }
              controlPoint {
                id
                date
                objective {
                  id
                  title
                  code
                }
              }
            }
            ... on Actual {
              period
              objective {
                id
                title
                code
              }
            }
            ... on Scorecard {
              person {
                id
                name
              }
            }
          }
        }
      }
    }
  `,
  [SubjectPlace],
);

export type EvidenceData = ResultOf<typeof HealthEvidenceQuery>['programHealth']['indicators'][number]['evidence'][number];

export const states = ['RED', 'AMBER', 'GREEN', 'UNKNOWN'] as const;

/** Of paperwork there should not be more than the threshold; of all others not less. */
export const isLoad = (cause: FailureCause) => cause === 'PAPERWORK';

/** The months from a first to a last day. */
export function monthsBetween(start: string, end: string): readonly string[] {
  const months: string[] = [];
  for (let [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))]; `${year}-${pad(month)}` <= end.slice(0, 7); [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]) {
    months.push(`${year}-${pad(month)}`);
  }
  return months;
}

const pad = (month: number) => String(month).padStart(2, '0');

export interface ChartPoint {
  month: string;
  value: DecimalText;
  x: number;
  y: number;
}

export interface TrendChart {
  points: readonly ChartPoint[];
  /** Where the threshold lies. */
  limit: number;
}

/** Values month by month within a box, from nothing up to 100, or for a load to what is most. */
export function chartOf({ cause, trend, threshold }: Pick<IndicatorData, 'cause' | 'trend' | 'threshold'>, months: readonly string[], width: number, height: number): TrendChart {
  const top = isLoad(cause) ? Math.max(Number(threshold) * 1.25, ...trend.map(({ value }) => Number(value) * 1.05)) : 100;
  const place = (value: string) => round(height - (Number(value) / top) * height);
  return {
    points: trend.map(({ period, value }) => ({ month: period, value, x: round(((months.indexOf(period) + 0.5) / months.length) * width), y: place(value) })),
    limit: place(threshold),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
