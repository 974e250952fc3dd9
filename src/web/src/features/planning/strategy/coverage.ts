import { graphql, type ResultOf } from '../../../api/graphql';

export const CoverageQuery = graphql(`
  query StrategyCoverage($cycleId: ID!, $first: Int!) {
    strategy {
      id
      kind
      title
      from
      until
      parent {
        id
      }
      objectives {
        id
        cycle {
          id
        }
      }
    }
    objectives(filter: { cycleId: $cycleId, level: [COMPANY], status: [DRAFT, NEGOTIATING, AGREED, COMMITTED, ACHIEVED, MISSED] }, first: $first) {
      nodes {
        id
        title
        strategyElement {
          id
        }
      }
    }
  }
`);

type CoverageData = ResultOf<typeof CoverageQuery>;
type Element = CoverageData['strategy'][number];

export interface Coverage {
  /** Elements above the annual plans that nothing serves. */
  withoutChild: Element[];
  /** The year's plans from which no objective of the cycle hangs. */
  withoutObjective: Element[];
  /** The year's plans whose chain does not reach a vision. */
  broken: Element[];
  /** Company objectives that name no element. */
  loose: CoverageData['objectives']['nodes'];
}

export function coverageOf({ strategy, objectives }: CoverageData, cycle: { id: string; year: number }): Coverage {
  const byId = new Map(strategy.map((element) => [element.id, element]));
  const served = new Set(strategy.map((element) => element.parent?.id));
  const holds = (element: Element) => element.from <= cycle.year && element.until >= cycle.year;
  const plans = strategy.filter((element) => element.kind === 'ANNUAL_PLAN' && holds(element));
  function reachesVision(element: Element): boolean {
    const seen = new Set<string>();
    for (let at: Element | undefined = element; at && !seen.has(at.id); at = at.parent ? byId.get(at.parent.id) : undefined) {
      if (at.kind === 'VISION') return true;
      seen.add(at.id);
    }
    return false;
  }
  return {
    withoutChild: strategy.filter((element) => element.kind !== 'ANNUAL_PLAN' && holds(element) && !served.has(element.id)),
    withoutObjective: plans.filter((plan) => !plan.objectives.some((objective) => objective.cycle.id === cycle.id)),
    broken: plans.filter((plan) => !reachesVision(plan)),
    loose: objectives.nodes.filter((objective) => objective.strategyElement === null),
  };
}
