import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { Impact } from '../deviations/deviations';

export const MeetingsQuery = graphql(`
  query Meetings($cycleId: ID!, $unitId: ID) {
    officeMeetings(cycleId: $cycleId, unitId: $unitId) {
      id
      level
      date
      held
      unit {
        id
        name
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

export type MeetingLineData = ResultOf<typeof MeetingsQuery>['officeMeetings'][number];

const AgendaItem = graphql(
  `
    fragment MeetingAgendaItem on Deviation {
      id
      status
      severity
      kind
      description
      externalCause
      ...Impact
      objective {
        id
        code
        title
        owner {
          id
          name
          employeeNumber
          unit {
            id
            name
          }
        }
      }
    }
  `,
  [Impact],
);

export type AgendaItemData = ResultOf<typeof AgendaItem>;

export const ResolutionLine = graphql(`
  fragment ResolutionLine on Resolution {
    id
    text
    correction
    due
    done
    doneAt
    doneNote
    viewerMayComplete
    responsible {
      id
      name
    }
  }
`);

export type ResolutionData = ResultOf<typeof ResolutionLine>;

/** What was taken to the office meeting of a unit and has not been resolved: as many as one meeting can resolve. */
export const AwaitingMeetingQuery = graphql(
  `
    query AwaitingMeeting($cycleId: ID!, $filter: DeviationFilter!) {
      deviations(cycleId: $cycleId, filter: $filter, first: 100) {
        nodes {
          routed
          meeting {
            id
          }
          ...MeetingAgendaItem
        }
      }
    }
  `,
  [AgendaItem],
);

export const MeetingQuery = graphql(
  `
    query Meeting($id: ID!) {
      node(id: $id) {
        ... on OfficeMeeting {
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
            name
            employeeNumber
            unit {
              id
              name
            }
          }
          agenda {
            ...MeetingAgendaItem
          }
          resolutions {
            ...ResolutionLine
            deviation {
              id
              objective {
                id
                title
              }
            }
          }
        }
      }
    }
  `,
  [AgendaItem, ResolutionLine],
);

export type MeetingData = Extract<NonNullable<ResultOf<typeof MeetingQuery>['node']>, { held: boolean }>;
export type OfficeLevel = MeetingData['level'];
export type CorrectionKind = NonNullable<ResolutionData['correction']>;

export const ScheduleOfficeMeeting = graphql(
  `
    mutation ScheduleOfficeMeeting($input: ScheduleOfficeMeetingInput!) {
      scheduleOfficeMeeting(input: $input) {
        officeMeeting {
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

export const HoldOfficeMeeting = graphql(
  `
    mutation HoldOfficeMeeting($input: HoldOfficeMeetingInput!) {
      holdOfficeMeeting(input: $input) {
        officeMeeting {
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

export const CompleteResolution = graphql(
  `
    mutation CompleteResolution($input: CompleteResolutionInput!) {
      completeResolution(input: $input) {
        officeMeeting {
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

export const corrections: readonly CorrectionKind[] = ['STRATEGY', 'TARGET', 'RESOURCE'];
