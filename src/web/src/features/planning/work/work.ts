import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { ResolutionLine } from '../../monitoring/meetings/meetings';

export const WorkItemLine = graphql(`
  fragment WorkItemLine on WorkItem {
    id
    version
    title
    start
    due
    done
    late
    viewerMayReport
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
`);

export const MilestoneLine = graphql(`
  fragment MilestoneLine on Milestone {
    id
    version
    name
    start
    due
    dependsOn
    overlaps
    percentComplete
    late
    viewerMayReport
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
`);

export type WorkItemData = ResultOf<typeof WorkItemLine>;
export type MilestoneData = ResultOf<typeof MilestoneLine>;

export const WorkQuery = graphql(
  `
    query Work($id: ID!) {
      objective(id: $id) {
        id
        title
        important
        viewerMayPlanWork
        owner {
          id
          name
          employeeNumber
          unit {
            id
            name
          }
        }
        workPlan {
          ...WorkItemLine
        }
        resolutions {
          ...ResolutionLine
          meeting {
            id
            level
            date
          }
        }
        project {
          id
          name
          percentComplete
          start
          due
          viewerMayPlan
          manager {
            id
            name
            employeeNumber
            unit {
              id
              name
            }
          }
          milestones {
            ...MilestoneLine
          }
        }
      }
    }
  `,
  [WorkItemLine, MilestoneLine, ResolutionLine],
);

export type WorkData = NonNullable<ResultOf<typeof WorkQuery>['objective']>;
export type ProjectData = NonNullable<WorkData['project']>;

export const SaveMilestone = graphql(
  `
    mutation SaveMilestone($input: SaveMilestoneInput!) {
      saveMilestone(input: $input) {
        objective {
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

export const ReportMilestone = graphql(
  `
    mutation ReportMilestone($input: ReportMilestoneInput!) {
      reportMilestone(input: $input) {
        milestone {
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

export const SaveWorkItem = graphql(
  `
    mutation SaveWorkItem($input: SaveWorkItemInput!) {
      saveWorkItem(input: $input) {
        objective {
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

export const ReportWorkItem = graphql(
  `
    mutation ReportWorkItem($input: ReportWorkItemInput!) {
      reportWorkItem(input: $input) {
        workItem {
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

export const RemoveWork = graphql(
  `
    mutation RemoveWork($input: RemoveInput!) {
      remove(input: $input) {
        removedId
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);
