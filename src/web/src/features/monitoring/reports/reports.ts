import { graphql, type DecimalText, type Health, type ObjectiveLevel, type ResultOf } from '../../../api/graphql';
import { levels } from '../../planning/tree/filter';

export const AttainmentReportQuery = graphql(`
  query AttainmentReport($cycleId: ID!, $groupBy: [ReportDimension!]!, $granularity: PeriodGranularity!, $filter: ObjectiveFilter!, $asOf: LocalDate, $first: Int!, $after: String) {
    reporting {
      attainment(cycleId: $cycleId, groupBy: $groupBy, granularity: $granularity, filter: $filter, asOf: $asOf, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          unit {
            id
            name
          }
          region {
            id
            name
          }
          customer {
            id
            name
          }
          person {
            id
            name
          }
          level
          measure {
            id
            name
            unitOfMeasure
          }
          period
          objectives
          target
          actual
          attainment
          onTrack
          atRisk
          offTrack
        }
      }
    }
  }
`);

export type AttainmentRowData = ResultOf<typeof AttainmentReportQuery>['reporting']['attainment']['nodes'][number];

export const CoverageReportQuery = graphql(`
  query CoverageReport($cycleId: ID!, $unitId: ID, $asOf: LocalDate, $first: Int!, $after: String) {
    reporting {
      coverage(cycleId: $cycleId, unitId: $unitId, asOf: $asOf, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          objective {
            id
            code
            title
            measure {
              id
              unitOfMeasure
            }
          }
          target
          covered
          shortfall
          children
        }
      }
    }
  }
`);

export const DistributionReportQuery = graphql(`
  query DistributionReport($cycleId: ID!, $unitId: ID) {
    reporting {
      appraisalDistribution(cycleId: $cycleId, unitId: $unitId) {
        grade
        people
        meanScore
        meanEvidenceShare
      }
    }
  }
`);

export const CourseEffectsQuery = graphql(`
  query CourseEffects($cycleId: ID!) {
    reporting {
      trainingEffect(cycleId: $cycleId) {
        course {
          id
          code
          title
        }
        people
        attainmentBefore
        attainmentAfter
      }
    }
  }
`);

/** The objectives behind a number, the worst first. */
export const ObjectivesBehindQuery = graphql(`
  query ObjectivesBehind($filter: ObjectiveFilter!, $first: Int!, $after: String) {
    objectives(filter: $filter, orderBy: { field: ATTAINMENT, direction: ASC }, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        title
        owner {
          id
          name
        }
        progress {
          health
          attainment
        }
      }
    }
  }
`);

export const kinds = ['attainment', 'coverage', 'appraisalDistribution', 'trainingEffect'] as const;
export type ReportKind = (typeof kinds)[number];

export const dimensions = ['UNIT', 'REGION', 'CUSTOMER', 'PERSON', 'LEVEL', 'MEASURE', 'PERIOD'] as const;
export type ReportDimension = (typeof dimensions)[number];

export const granularities = ['YEAR', 'QUARTER', 'MONTH'] as const;
export type Granularity = (typeof granularities)[number];

export const healths: readonly Health[] = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'ACHIEVED', 'UNKNOWN', 'EXEMPT'];

/** Which report, of what: kept in the page's address, so that it can be sent. */
export interface ReportSettings {
  report: ReportKind;
  by: ReportDimension[];
  granularity: Granularity;
  unitId: string | null;
  /** Only the unit itself, without those below it. */
  unitOnly: boolean;
  regionId: string | null;
  measureId: string | null;
  levels: ObjectiveLevel[];
  healths: Health[];
  asOf: string | null;
}

const listOf = <T extends string>(text: string | null, known: readonly T[]): T[] => [...new Set((text ?? '').split(','))].flatMap((value) => known.filter((one) => one === value));

export function readSettings(params: URLSearchParams): ReportSettings {
  const day = params.get('asOf');
  return {
    report: kinds.find((kind) => kind === params.get('report')) ?? 'attainment',
    by: params.has('by') ? listOf(params.get('by'), dimensions) : ['UNIT'],
    granularity: granularities.find((one) => one === params.get('per')) ?? 'MONTH',
    unitId: params.get('unit'),
    unitOnly: params.get('only') === '1',
    regionId: params.get('region'),
    measureId: params.get('measure'),
    levels: listOf(params.get('level'), levels),
    healths: listOf(params.get('health'), healths),
    asOf: day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
  };
}

export function writeSettings(params: URLSearchParams, settings: ReportSettings): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string | null) => {
    if (value === null) next.delete(name);
    else next.set(name, value);
  };
  put('report', settings.report === 'attainment' ? null : settings.report);
  put('by', settings.by.join(',') === 'UNIT' ? null : settings.by.join(','));
  put('per', settings.granularity === 'MONTH' ? null : settings.granularity);
  put('unit', settings.unitId);
  put('only', settings.unitId && settings.unitOnly ? '1' : null);
  put('region', settings.regionId);
  put('measure', settings.measureId);
  put('level', settings.levels.join(',') || null);
  put('health', settings.healths.join(',') || null);
  put('asOf', settings.asOf);
  return next;
}

/** The filter as the API takes it. */
export const filterOf = (settings: ReportSettings) => ({
  unitId: settings.unitId,
  includeSubunits: settings.unitId === null ? null : !settings.unitOnly,
  regionId: settings.regionId,
  measureId: settings.measureId,
  level: settings.levels.length > 0 ? settings.levels : null,
  health: settings.healths.length > 0 ? settings.healths : null,
});

/** Where the whole report is to be had as a file. */
export function exportPath(settings: ReportSettings, cycleId: string, format: 'csv' | 'xlsx'): string {
  const query = new URLSearchParams({ cycleId });
  const put = (name: string, value: string | null) => value !== null && query.set(name, value);
  if (settings.report === 'attainment') {
    query.set('groupBy', settings.by.join(','));
    query.set('granularity', settings.granularity);
    put('asOf', settings.asOf);
    for (const [name, value] of Object.entries(filterOf(settings))) put(`filter.${name}`, value === null ? null : String(value));
  } else if (settings.report !== 'trainingEffect') {
    put('unitId', settings.unitId);
    if (settings.report === 'coverage') put('asOf', settings.asOf);
  }
  return `/exports/${settings.report}.${format}?${query.toString()}`;
}

/**
 * The filter that finds the objectives behind a row's number.
 * @param of the healths that the number counts; null for all
 */
export function behind(settings: ReportSettings, cycleId: string, row: AttainmentRowData, of: readonly Health[] | null) {
  const whole = filterOf(settings);
  return {
    ...whole,
    cycleId,
    unitId: row.unit?.id ?? whole.unitId,
    includeSubunits: row.unit ? false : whole.includeSubunits,
    regionId: row.region?.id ?? whole.regionId,
    hasRegion: settings.by.includes('REGION') && !row.region ? false : null,
    customerId: row.customer?.id ?? null,
    hasCustomer: settings.by.includes('CUSTOMER') && !row.customer ? false : null,
    ownerId: row.person?.id ?? null,
    measureId: row.measure?.id ?? whole.measureId,
    level: row.level ? [row.level] : whole.level,
    health: of === null ? whole.health : of.filter((one) => whole.health === null || whole.health.includes(one)),
  };
}

export type BehindFilter = ReturnType<typeof behind>;

/** One place earlier or later. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

/** A share as a whole per cent; what is not known stays so. */
export const percentOf = (share: DecimalText | null) => (share === null ? null : Math.round(Number(share) * 100));
