import { graphql, type ResultOf, type VariablesOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

const RowFinding = graphql(`
  fragment RowFinding on ImportRowError {
    row
    column
    record
    message
  }
`);

export type RowFindingData = ResultOf<typeof RowFinding>;

const JobState = graphql(
  `
    fragment JobState on Job {
      id
      status
      done
      total
      error
      imported {
        created
        updated
        unchanged
        rejectedCount
        written
        rejected {
          ...RowFinding
        }
        passedOver {
          ...RowFinding
        }
        rows {
          row
          key
          result
        }
      }
    }
  `,
  [RowFinding],
);

export type JobData = ResultOf<typeof JobState>;
export type ImportOutcome = NonNullable<JobData['imported']>;

export const ImportRecords = graphql(
  `
    mutation ImportRecords($input: ImportRecordsInput!) {
      importRecords(input: $input) {
        job {
          ...JobState
        }
        created
        updated
        unchanged
        rejectedCount
        written
        rejected {
          ...RowFinding
        }
        passedOver {
          ...RowFinding
        }
        rows {
          row
          key
          result
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [RowFinding, JobState, UserErrorFields],
);

export type ImportInput = VariablesOf<typeof ImportRecords>['input'];
export type ImportKind = ImportInput['kind'];
export type ImportFormat = ImportInput['format'];

export const JobQuery = graphql(
  `
    query Job($id: ID!) {
      node(id: $id) {
        ...JobState
      }
    }
  `,
  [JobState],
);

export const importKinds: readonly ImportKind[] = ['OBJECTIVES', 'ACTUALS', 'PEOPLE', 'UNITS', 'POSITIONS', 'REGIONS', 'CUSTOMERS', 'MEASURES', 'COMPETENCIES', 'COURSES'];

/** Those of a cycle, which whoever may write them imports; they also come as StratML. */
export const isOfCycle = (kind: ImportKind): boolean => kind === 'OBJECTIVES' || kind === 'ACTUALS';

/** Those that HR looks after. */
export const isOfHr = (kind: ImportKind): boolean => kind === 'COMPETENCIES' || kind === 'COURSES';

export function formatOf(fileName: string): ImportFormat | null {
  switch (/\.(\w+)$/.exec(fileName.toLowerCase())?.[1]) {
    case 'csv':
    case 'txt':
      return 'CSV';
    case 'xlsx':
      return 'XLSX';
    case 'xml':
    case 'stratml':
      return 'STRATML';
    default:
      return null;
  }
}

export interface ReportRow {
  key: string;
  row: number;
  record: string | null;
  result: ImportOutcome['rows'][number]['result'] | 'PASSED_OVER';
  column: string | null;
  message: string | null;
}

/** Row by row what became of the file, or would: a row with several findings stands there once for each. */
export function reportOf({ rows, rejected, passedOver }: Pick<ImportOutcome, 'rows' | 'rejected' | 'passedOver'>): ReportRow[] {
  // Of many that are rejected not each has its finding listed.
  const told = new Set(rejected.map((finding) => `${finding.row} ${finding.record}`));
  const lines: Omit<ReportRow, 'key'>[] = [
    ...rejected.map((finding) => ({ ...finding, result: 'REJECTED' as const })),
    ...passedOver.map((finding) => ({ ...finding, result: 'PASSED_OVER' as const })),
    ...rows.filter(({ row, key, result }) => result !== 'REJECTED' || !told.has(`${row} ${key}`)).map(({ row, key, result }) => ({ row, column: null, message: null, record: key, result })),
  ];
  return lines.sort((a, b) => a.row - b.row).map((line, index) => ({ ...line, key: `${line.row} ${index}` }));
}
