import { graphql, type ResultOf } from '../../../api/graphql';

export const MatrixQuery = graphql(`
  query CompetencyMatrix($cycleId: ID!, $unitId: ID!, $first: Int!, $after: String) {
    competencyMatrix(cycleId: $cycleId, unitId: $unitId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        missing
        person {
          id
          name
          employeeNumber
          unit {
            id
            name
          }
          viewerMayDevelop
          competencies {
            level
            source
            competency {
              id
            }
          }
        }
        needs {
          required
          current
          planned
          competency {
            id
          }
        }
      }
    }
  }
`);

export type MatrixRowData = ResultOf<typeof MatrixQuery>['competencyMatrix']['nodes'][number];

/** How somebody stands in a competency; null where nothing is known and nothing needed. */
export interface Standing {
  /** 0 where nobody has said anything. */
  held: number;
  /** 0 where no objective needs any. */
  required: number;
  planned: boolean;
}

export function standingOf(row: MatrixRowData, competencyId: string): Standing | null {
  const need = row.needs.find((one) => one.competency.id === competencyId);
  const held = row.person.competencies.find((one) => one.competency.id === competencyId);
  if (!need && !held) return null;
  return { held: need?.current ?? held?.level ?? 0, required: need?.required ?? 0, planned: need?.planned ?? false };
}

export type StandingKind = 'open' | 'planned' | 'met' | 'held';

export function kindOf({ held, required, planned }: Standing): StandingKind {
  if (required > held) return planned ? 'planned' : 'open';
  return required > 0 ? 'met' : 'held';
}

/** Those that somebody of the rows has or needs, in the order of the catalogue. */
export const columnsOf = <C extends { id: string }>(rows: readonly MatrixRowData[], catalogue: readonly C[]): C[] => catalogue.filter(({ id }) => rows.some((row) => standingOf(row, id) !== null));

export interface At {
  row: number;
  column: number;
}

/** Where a key leads in a grid; null for a key that leads nowhere. */
export function stepBy(key: string, { row, column }: At, rows: number, columns: number): At | null {
  const within = (at: At): At => ({ row: Math.min(Math.max(at.row, 0), rows - 1), column: Math.min(Math.max(at.column, 0), columns - 1) });
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column });
    case 'ArrowDown':
      return within({ row: row + 1, column });
    case 'ArrowLeft':
      return within({ row, column: column - 1 });
    case 'ArrowRight':
      return within({ row, column: column + 1 });
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    default:
      return null;
  }
}
