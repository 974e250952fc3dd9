import type { ColumnChoice } from './columns';
import type { ImportKind } from './importRecords';

interface NeededFields {
  /** By one of which a row is recognised: without them all, nothing of a file can be read. */
  keys: readonly string[];
  /** What a new record must say; of one that is there already a file may leave it out. */
  ofNew: readonly string[];
}

const needed: Record<ImportKind, NeededFields> = {
  OBJECTIVES: { keys: ['code', 'title'], ofNew: ['title', 'level', 'measureCode', 'target'] },
  ACTUALS: { keys: ['objectiveCode'], ofNew: ['objectiveCode', 'period'] },
  PEOPLE: { keys: ['employeeNumber'], ofNew: ['employeeNumber', 'name', 'email', 'unitCode'] },
  UNITS: { keys: ['code'], ofNew: ['code', 'name', 'kind', 'parentCode'] },
  POSITIONS: { keys: ['code'], ofNew: ['code', 'title', 'unitCode'] },
  REGIONS: { keys: ['code'], ofNew: ['code', 'name', 'unitCode', 'characteristics', 'strategicDeployment', 'development', 'environment', 'competition', 'resources'] },
  CUSTOMERS: { keys: ['code'], ofNew: ['code', 'name', 'regionCode', 'strength', 'finances', 'credit'] },
  MEASURES: { keys: ['code'], ofNew: ['code', 'name', 'unitOfMeasure', 'direction', 'aggregation', 'decimals'] },
  COMPETENCIES: { keys: ['code'], ofNew: ['code', 'name', 'levels'] },
  COURSES: { keys: ['code'], ofNew: ['code', 'title', 'provider', 'hours', 'competencyCode', 'reachesLevel'] },
};

export const isNeeded = (kind: ImportKind, field: string): boolean => needed[kind].ofNew.includes(field);

/** The fields by one of which rows would be recognised, where none of them has a column. */
export function missingKeys(kind: ImportKind, chosen: ColumnChoice): readonly string[] {
  const { keys } = needed[kind];
  return keys.some((key) => chosen[key] !== undefined) ? [] : keys;
}

/** What new records must say and no column does. */
export const missingOfNew = (kind: ImportKind, chosen: ColumnChoice): readonly string[] => needed[kind].ofNew.filter((field) => chosen[field] === undefined);
