import { graphql, type DecimalText, type ResultOf } from '../../../api/graphql';

export const WhatIfQuery = graphql(`
  query WhatIf($id: ID!, $target: Decimal!) {
    whatIf(objectiveId: $id, target: $target) {
      effects {
        coverageBefore
        coverageAfter
        shortfall
        objective {
          id
          code
          title
          target
          measure {
            id
            unitOfMeasure
            decimals
          }
        }
      }
    }
  }
`);

export type EffectData = ResultOf<typeof WhatIfQuery>['whatIf']['effects'][number];

export type CoverageState = 'SHORT' | 'COVERED' | 'OVER';

/** Whether a target is covered, from the per cent of it that is; null where that is not known. */
function stateOf(coverage: DecimalText | null): CoverageState | null {
  if (coverage === null) return null;
  const percent = Number(coverage);
  return percent < 100 ? 'SHORT' : percent > 100 ? 'OVER' : 'COVERED';
}

/** How a target is covered before and after. Before it is unknown where a per cent would say nothing: a target or sum of zero or less. */
export function statesOf(effect: Pick<EffectData, 'coverageBefore' | 'coverageAfter' | 'shortfall'>): { before: CoverageState | null; after: CoverageState } {
  const after = Number(effect.shortfall) > 0 ? 'SHORT' : stateOf(effect.coverageAfter) === 'OVER' ? 'OVER' : 'COVERED';
  return { before: stateOf(effect.coverageBefore), after };
}

/** Where a slider for a target begins and ends, and by how much it moves: twice the target, or what a milestone can be. */
export function sliderOf(target: DecimalText, { direction, decimals }: { direction: string; decimals: number }): { min: number; max: number; step: number } {
  if (direction === 'MILESTONE') return { min: 0, max: 100, step: 1 };
  const value = Number(target);
  const reach = Math.abs(value) || 100;
  const finest = 10 ** -decimals;
  // A step that can be told from the next: a round hundredth of the way, or the measure's finest.
  const step = Math.max(finest, 10 ** Math.floor(Math.log10(reach / 50)));
  return value < 0 ? { min: 2 * value, max: 0, step } : { min: 0, max: 2 * reach, step };
}

/** What a slider stands at, with the measure's digits. */
export const decimalAt = (value: number, decimals: number): DecimalText => {
  const text = value.toFixed(decimals);
  const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return plain === '-0' ? '0' : plain;
};
