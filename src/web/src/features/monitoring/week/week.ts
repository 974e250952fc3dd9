import { graphql, type Health, type ResultOf } from '../../../api/graphql';
import type { AgendaKind } from '../../platform/agenda/agenda';
import type { Workspace } from '../../organization/workspace/workspace';
import { DashboardHealth, partsOf, type DashboardHealthData } from '../dashboard/dashboard';
import { DeviationLine } from '../deviations/deviations';

export interface Week {
  monday: string;
  sunday: string;
  place: 'past' | 'now' | 'toCome';
}

/** What each part of the page is given. */
export interface WeekPart {
  cycleId: string;
  week: Week;
  /** Grows with each thing that was done on the page. */
  news: number;
  onDone: () => void;
}

export const PeopleLedQuery = graphql(`
  query PeopleLed {
    viewer {
      person {
        id
        directReports {
          id
        }
      }
    }
  }
`);

/** Reports that are due or were missed. */
export const OwedReportsQuery = graphql(`
  query OwedReports($cycleId: ID!, $filter: ControlPointFilter!, $first: Int!, $after: String) {
    controlPoints(cycleId: $cycleId, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        date
        status
        objective {
          id
          title
          owner {
            id
            name
          }
        }
      }
    }
  }
`);

export type OwedReport = ResultOf<typeof OwedReportsQuery>['controlPoints']['nodes'][number];

export interface Debtor {
  id: string;
  name: string;
  due: number;
  missed: number;
  reports: OwedReport[];
}

/** Who owes reports, whoever missed most of them first. */
export function debtorsOf(reports: readonly OwedReport[]): Debtor[] {
  const byOwner = new Map<string, Debtor>();
  for (const report of reports) {
    const { id, name } = report.objective.owner;
    const debtor = byOwner.get(id) ?? { id, name, due: 0, missed: 0, reports: [] };
    byOwner.set(id, debtor);
    debtor.reports.push(report);
    if (report.status === 'MISSED') debtor.missed++;
    else debtor.due++;
  }
  return [...byOwner.values()].sort((a, b) => b.missed - a.missed || b.due - a.due);
}

export const WeekDeviationsQuery = graphql(
  `
    query WeekDeviations($cycleId: ID!, $filter: DeviationFilter!, $first: Int!, $after: String) {
      deviations(cycleId: $cycleId, filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...DeviationLine
          closedAt
          viewerMay
        }
      }
    }
  `,
  [DeviationLine],
);

export type WeekDeviation = ResultOf<typeof WeekDeviationsQuery>['deviations']['nodes'][number];

/** What a leader has to do about a deviation, or what it waits for. */
export type Next = 'decide' | 'settle' | 'request' | 'meeting' | 'revision' | 'others' | 'figures' | 'over';

export function nextOf({ status, route, routed, viewerMay }: Pick<WeekDeviation, 'status' | 'route' | 'routed'> & { viewerMay: readonly WeekDeviation['viewerMay'][number][] }): Next {
  if (status === 'CLOSED') return 'over';
  if (status === 'RESOLVED') return 'figures';
  if (!routed && route !== 'SETTLE_TOGETHER' && viewerMay.includes('ROUTE')) return 'decide';
  if (viewerMay.includes('SETTLE')) return 'settle';
  if (route === 'TARGET_REVISION') return viewerMay.includes('REQUEST_REVISION') ? 'request' : 'revision';
  return route === 'OFFICE_MEETING' ? 'meeting' : 'others';
}

/** Whether it is for the viewer to do. */
export const isMine = (next: Next) => next === 'decide' || next === 'settle' || next === 'request';

export const WeekMeetingsQuery = graphql(`
  query WeekMeetings($cycleId: ID!) {
    officeMeetings(cycleId: $cycleId) {
      id
      level
      date
      held
      unit {
        id
        name
      }
      attendees {
        id
      }
      agenda {
        id
      }
      resolutions {
        id
        done
      }
    }
  }
`);

const others: readonly AgendaKind[] = ['REPORT_CONTROL_POINT', 'FOLLOW_UP_REPORT', 'SETTLE_DEVIATION', 'COORDINATE', 'ACKNOWLEDGE_BRIEFING'];

/** Whether the page does not show it elsewhere; what the leader owes as a member is for his own day. */
export const isAlso = (kind: AgendaKind): boolean => !others.includes(kind);

type WeekMeeting = ResultOf<typeof WeekMeetingsQuery>['officeMeetings'][number];

/** Whether somebody attends a meeting, may hold it, or belongs to the unit that it is of. */
export function concerns({ unit, attendees }: Pick<WeekMeeting, 'unit' | 'attendees'>, { viewer, ledUnitIds, organization }: Pick<Workspace, 'viewer' | 'ledUnitIds' | 'organization'>): boolean {
  if (ledUnitIds.has(unit.id) || attendees.some(({ id }) => id === viewer.person.id)) return true;
  const above = new Map(organization.units.map((one) => [one.id, one.parent?.id]));
  for (let id: string | undefined = viewer.person.unit.id; id !== undefined; id = above.get(id)) {
    if (id === unit.id) return true;
  }
  return false;
}

/** How a leader's people stood before the week and at its end, and how many reports they filed for its days. */
export const WeekChangesQuery = graphql(
  `
    query WeekChanges($cycleId: ID!, $superiorId: ID!, $before: LocalDate!, $until: LocalDate!, $filter: ControlPointFilter!) {
      before: dashboard(cycleId: $cycleId, by: PERSON, superiorId: $superiorId, asOf: $before, first: 0) {
        whole {
          ...DashboardHealth
        }
      }
      after: dashboard(cycleId: $cycleId, by: PERSON, superiorId: $superiorId, asOf: $until, first: 0) {
        whole {
          ...DashboardHealth
        }
      }
      controlPoints(cycleId: $cycleId, filter: $filter, first: 0) {
        totalCount
      }
    }
  `,
  [DashboardHealth],
);

export interface Change {
  health: Health;
  before: number;
  after: number;
}

/** How many were in each health before and after; of none in both nothing is said. */
export const changesOf = (before: DashboardHealthData, after: DashboardHealthData): Change[] => {
  const former = new Map(partsOf(before).map(({ health, count }) => [health, count]));
  return partsOf(after)
    .map(({ health, count }) => ({ health, before: former.get(health) ?? 0, after: count }))
    .filter((change) => change.before + change.after > 0);
};
