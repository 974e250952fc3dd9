import { graphql, type ResultOf, type VariablesOf } from '../../../api/graphql';
import { readDecimal } from '../../../format/decimal';
import type { ObjectiveValues } from '../objectives/objectiveValues';

/** A target against the history of its measure in the same scope. */
export const CalibrationFigures = graphql(`
  fragment CalibrationFigures on Calibration {
    verdict
    expected
    low
    high
    percentile
    method
    history {
      period
      value
    }
  }
`);

export type CalibrationData = ResultOf<typeof CalibrationFigures>;

export const CalibrationOfObjective = graphql(
  `
    query CalibrationOfObjective($id: ID!, $asOf: DateTime) {
      objective(id: $id, asOf: $asOf) {
        id
        target
        lowerBound
        measure {
          id
          unitOfMeasure
          decimals
        }
        calibration {
          ...CalibrationFigures
        }
      }
    }
  `,
  [CalibrationFigures],
);

export const CalibrationPreview = graphql(
  `
    query CalibrationPreview(
      $cycleId: ID!
      $measureId: ID!
      $unitId: ID!
      $regionId: ID
      $customerId: ID
      $ownerId: ID
      $positionId: ID
      $target: Decimal!
      $lowerBound: Decimal
    ) {
      calibrationPreview(
        cycleId: $cycleId
        measureId: $measureId
        unitId: $unitId
        regionId: $regionId
        customerId: $customerId
        ownerId: $ownerId
        positionId: $positionId
        target: $target
        lowerBound: $lowerBound
      ) {
        ...CalibrationFigures
      }
    }
  `,
  [CalibrationFigures],
);

type Scope = Pick<ObjectiveValues, 'level' | 'measureId' | 'unitId' | 'regionId' | 'customerId' | 'ownerId' | 'positionId' | 'target' | 'lowerBound'>;

/** What to ask while a form is being filled in; null while it says too little. The owner counts for personal objectives alone, the position for its own. */
export function previewOf(values: Scope, cycleId: string): VariablesOf<typeof CalibrationPreview> | null {
  const target = readDecimal(values.target ?? '');
  if (!values.measureId || !values.unitId || target === null) return null;
  const ofPosition = values.level === 'POSITION' && values.positionId !== null;
  const ofPerson = values.level === 'PERSONAL' || (values.level === 'POSITION' && !ofPosition);
  if (ofPerson && !values.ownerId) return null;
  return {
    cycleId,
    measureId: values.measureId,
    unitId: values.unitId,
    regionId: values.regionId,
    customerId: values.customerId?.id ?? null,
    ownerId: ofPerson ? (values.ownerId?.id ?? null) : null,
    positionId: ofPosition ? values.positionId : null,
    target,
    lowerBound: readDecimal(values.lowerBound ?? ''),
  };
}
