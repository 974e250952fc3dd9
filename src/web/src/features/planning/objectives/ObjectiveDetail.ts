import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { ObjectiveRow } from '../tree/ObjectiveRow';

/** All that an objective says. */
export const ObjectiveDetail = graphql(
  `
    fragment ObjectiveDetail on Objective {
      ...ObjectiveRow
      description
      contribution
      origin
      rollUpWeight
      baseline
      lowerBound
      cycle {
        id
        name
        status
      }
      parent {
        id
        code
        title
      }
      owner {
        id
        name
        employeeNumber
        chain {
          id
        }
      }
      region {
        id
        name
      }
      customer {
        id
        name
      }
      position {
        id
        title
      }
      responsibility {
        id
        text
      }
      strategyElement {
        id
        title
      }
      measure {
        id
        code
        name
        unitOfMeasure
        direction
        aggregation
        decimals
      }
    }
  `,
  [ObjectiveRow],
);

export type ObjectiveDetailData = ResultOf<typeof ObjectiveDetail>;

export const ObjectiveToChange = graphql(
  `
    query ObjectiveToChange($id: ID!) {
      objective(id: $id) {
        ...ObjectiveDetail
      }
    }
  `,
  [ObjectiveDetail],
);

export const DraftObjective = graphql(
  `
    mutation DraftObjective($input: DraftObjectiveInput!) {
      draftObjective(input: $input) {
        objective {
          ...ObjectiveRow
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [ObjectiveRow, UserErrorFields],
);

export const EditObjective = graphql(
  `
    mutation EditObjective($input: EditObjectiveInput!) {
      editObjective(input: $input) {
        objective {
          ...ObjectiveRow
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [ObjectiveRow, UserErrorFields],
);

export const MoveObjective = graphql(
  `
    mutation MoveObjective($input: MoveObjectiveInput!) {
      moveObjective(input: $input) {
        objective {
          ...ObjectiveRow
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [ObjectiveRow, UserErrorFields],
);

export const WithdrawObjective = graphql(
  `
    mutation WithdrawObjective($input: WithdrawObjectiveInput!) {
      withdrawObjective(input: $input) {
        objective {
          ...ObjectiveRow
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [ObjectiveRow, UserErrorFields],
);
