import { graphql, type ResultOf } from '../../../api/graphql';

/** What a row of the tree shows, and no more: the whole tree may be read at once. */
export const ObjectiveRow = graphql(`
  fragment ObjectiveRow on Objective {
    id
    version
    code
    title
    level
    status
    important
    childCount
    target
    lowerBound
    parent {
      id
    }
    owner {
      id
      name
    }
    unit {
      id
      name
    }
    measure {
      id
      unitOfMeasure
      decimals
    }
  }
`);

export type ObjectiveRowData = ResultOf<typeof ObjectiveRow>;

export const GoalTreeQuery = graphql(
  `
    query GoalTree($cycleId: ID!, $rootId: ID, $depth: Int!, $asOf: DateTime) {
      goalTree(cycleId: $cycleId, rootId: $rootId, depth: $depth, asOf: $asOf) {
        truncated
        nodes {
          ...ObjectiveRow
        }
      }
    }
  `,
  [ObjectiveRow],
);

export const GoalTreeChangedSubscription = graphql(
  `
    subscription GoalTreeChanged($cycleId: ID!) {
      goalTreeChanged(cycleId: $cycleId) {
        ...ObjectiveRow
      }
    }
  `,
  [ObjectiveRow],
);

export const ObjectiveChangedSubscription = graphql(
  `
    subscription ObjectiveChanged($rootId: ID!) {
      objectiveChanged(rootId: $rootId) {
        ...ObjectiveRow
      }
    }
  `,
  [ObjectiveRow],
);
