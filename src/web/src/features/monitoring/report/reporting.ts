import { graphql, type DecimalText, type ResultOf } from '../../../api/graphql';
import { UserErrorFields, type UserError } from '../../../api/userErrors';
import { readFigure, type Figure, type FigureProblem } from './figures';

export const ReportingQuery = graphql(`
  query Reporting($cycleId: ID!, $ownerId: ID, $unitId: ID, $first: Int!, $after: String) {
    objectives(
      filter: { cycleId: $cycleId, ownerId: $ownerId, unitId: $unitId, includeSubunits: true, status: [DRAFT, NEGOTIATING, AGREED, COMMITTED, ACHIEVED, MISSED] }
      orderBy: { field: CODE, direction: ASC }
      first: $first
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        title
        viewerMayReport
        owner {
          id
          name
        }
        measure {
          id
          unitOfMeasure
          decimals
          aggregation
          direction
        }
        progress {
          health
          rolledUp
          attainment
          series {
            period
            target
            actual
          }
        }
        actuals(granularity: MONTH) {
          id
          period
          value
          numerator
          denominator
          correctedBy {
            id
          }
        }
      }
    }
  }
`);

export const ReportingCycle = graphql(`
  query ReportingCycle($id: ID!) {
    cycle(id: $id) {
      id
      closedPeriods
    }
  }
`);

export const RecordActuals = graphql(
  `
    mutation RecordActuals($input: RecordActualsInput!) {
      recordActuals(input: $input) {
        actuals {
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

export type ReportedObjective = ResultOf<typeof ReportingQuery>['objectives']['nodes'][number];
export type RecordedActual = ReportedObjective['actuals'][number];

/** More than so many are not taken at once. */
export const mostEntries = 1000;

export const keyOf = (objectiveId: string, month: string): string => `${month} ${objectiveId}`;

/** What counts for a month of an objective: the entry that nothing corrects. */
export const entryOf = (objective: ReportedObjective, month: string): RecordedActual | undefined => objective.actuals.find((actual) => actual.period === month && !actual.correctedBy);

export const pointOf = (objective: ReportedObjective, month: string) => objective.progress.series.find((point) => point.period === month);

/** The latest month before another of which something is known. */
export const lastBefore = (objective: ReportedObjective, month: string) => objective.progress.series.findLast((point) => point.period < month && point.actual !== null);

export interface Entry {
  key: string;
  objectiveId: string;
  period: string;
  value?: DecimalText;
  numerator?: DecimalText;
  denominator?: DecimalText;
}

export interface Reading {
  entries: Entry[];
  problems: Map<string, FigureProblem>;
}

/** Reads what was typed into the cells of given objectives, row by row; those that are filled meanwhile are left out. */
export function readCells(cells: ReadonlyMap<string, string>, objectives: readonly ReportedObjective[], months: readonly string[]): Reading {
  const reading: Reading = { entries: [], problems: new Map() };
  for (const objective of objectives) {
    for (const period of months) {
      const key = keyOf(objective.id, period);
      const typed = cells.get(key);
      if (typed === undefined || entryOf(objective, period)) continue;
      const figure = readFigure(typed, objective.measure);
      if (typeof figure === 'string') reading.problems.set(key, figure);
      else reading.entries.push({ key, objectiveId: objective.id, period, ...figure });
    }
  }
  return reading;
}

/** What the API is sent: no more than it knows. */
export const inputOf = ({ objectiveId, period, value, numerator, denominator }: Entry) => ({ objectiveId, period, ...(value === undefined ? { numerator, denominator } : { value }) });

/** Puts each refusal at the cell that it is about: ["input", "actuals", "3", "value"] is about the fourth that was sent. */
export function placeRefusals(errors: readonly UserError[], sent: readonly Entry[]): { cells: Map<string, string>; general: string[] } {
  const cells = new Map<string, string>();
  const general: string[] = [];
  for (const { message, path } of errors) {
    const [, field, index] = path ?? [];
    const key = field === 'actuals' && index !== undefined ? sent[Number(index)]?.key : undefined;
    if (key === undefined) general.push(message);
    else cells.set(key, [cells.get(key), message].filter((text) => text !== undefined).join(' '));
  }
  return { cells, general };
}

/** What was typed for a cell that someone else has filled, as a correction begins with it. */
export function typedFigure(typed: string | undefined, measure: ReportedObjective['measure']): Partial<Record<'value' | 'numerator' | 'denominator', string>> {
  const figure: Figure | FigureProblem = typed === undefined ? 'notANumber' : readFigure(typed, measure);
  return typeof figure === 'string' ? {} : figure;
}
