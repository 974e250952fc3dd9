import { graphql, type DecimalText, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { sumOf, toUnits } from '../../../format/sums';
import { ObjectiveRow } from '../tree/ObjectiveRow';

export const PhasingQuery = graphql(`
  query Phasing($id: ID!, $asOf: DateTime) {
    objective(id: $id, asOf: $asOf) {
      id
      version
      code
      title
      target
      phasedBy
      months: phasedTargets {
        period
        value
      }
      quarters: phasedTargets(granularity: QUARTER) {
        period
        value
      }
      measure {
        id
        unitOfMeasure
        decimals
        aggregation
        direction
      }
    }
  }
`);

export const PhasingPreview = graphql(`
  query PhasingPreview($objectiveId: ID!, $method: PhasingMethod!) {
    phasingPreview(objectiveId: $objectiveId, method: $method) {
      period
      value
    }
  }
`);

export const PhaseObjective = graphql(
  `
    mutation PhaseObjective($input: PhaseObjectiveInput!) {
      phaseObjective(input: $input) {
        objective {
          ...ObjectiveRow
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [ObjectiveRow, UserErrorFields],
);

export type PhasedObjective = NonNullable<ResultOf<typeof PhasingQuery>['objective']>;
export type PhasingMethod = NonNullable<PhasedObjective['phasedBy']>;
export const methods: readonly PhasingMethod[] = ['EVEN', 'SEASONAL', 'WORKING_DAYS', 'BY_HAND'];

export interface MonthValue {
  period: string;
  value: DecimalText | null;
}

/**
 * By how much months typed by hand do not make up the target: what is still to be given, in millionths, or taken away. Null for measures of which there is
 * no remainder, since their months do not add up.
 */
export function remainderOf(months: readonly MonthValue[], target: DecimalText, measure: Pick<PhasedObjective['measure'], 'aggregation' | 'direction'>): bigint | null {
  const whole = toUnits(target) ?? 0n;
  const sum = sumOf(months.map((month) => month.value));
  if (measure.direction === 'MILESTONE') return null;
  switch (measure.aggregation) {
    case 'SUM':
      return whole - sum;
    case 'AVERAGE':
    case 'WEIGHTED_AVERAGE':
      return whole * BigInt(months.length) - sum;
    default:
      return null;
  }
}
