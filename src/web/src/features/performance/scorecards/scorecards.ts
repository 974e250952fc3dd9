import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import { ActualEntry } from '../../monitoring/actuals/actuals';

export const RebalanceLine = graphql(`
  fragment RebalanceLine on Rebalance {
    id
    status
    scoreBefore
    scoreAfter
    reason
    viewerMay
    before {
      weight
      item {
        id
      }
    }
    proposed {
      weight
      item {
        id
      }
    }
    after {
      weight
      item {
        id
      }
    }
    requestedBy {
      id
      name
    }
    confirmedBy {
      id
      name
    }
    confirmedAt
    cause {
      id
      externalCause
      objective {
        id
        title
      }
    }
  }
`);

export const CardDetail = graphql(
  `
    fragment CardDetail on Scorecard {
      id
      version
      status
      totalWeight
      score
      evidenceShare
      viewerMay
      cycle {
        id
        name
        status
        end
        policy {
          rebalanceBound
        }
      }
      person {
        id
        name
        employeeNumber
        unit {
          id
          name
        }
        position {
          id
          title
        }
        superior {
          id
          name
        }
      }
      items {
        id
        weight
        status
        attainment
        ruleScore
        score
        rule {
          id
          name
        }
        adjustment {
          points
          reason
          at
          by {
            id
            name
          }
        }
        exemptedBy {
          id
          externalCause
        }
        objective {
          id
          code
          title
        }
      }
      explanation {
        text
        contribution
        item {
          id
        }
      }
      rebalances {
        ...RebalanceLine
      }
      appraisal {
        selfReview
        selfScore
        selfAppraisedAt
        leaderReview
        appraisedAt
        appraisedBy {
          id
          name
        }
        finalScore
        grade
        calibrationNote
        calibratedAt
        calibratedBy {
          id
          name
        }
        ownerSignedAt
        leaderSignedAt
        leaderSignedBy {
          id
          name
        }
        dispute
        disputedAt
        disputeResolution
        resolvedAt
        resolvedBy {
          id
          name
        }
      }
    }
  `,
  [RebalanceLine],
);

export type CardData = ResultOf<typeof CardDetail>;
export type CardItem = CardData['items'][number];
export type RebalanceData = CardData['rebalances'][number];
export type AppraisalData = NonNullable<CardData['appraisal']>;
export type CardAction = CardData['viewerMay'][number];
export type CardStatus = CardData['status'];

export const statuses: readonly CardStatus[] = ['DRAFT', 'ACTIVE', 'SELF_APPRAISED', 'APPRAISED', 'CALIBRATED', 'DISPUTED', 'SIGNED'];

export const CardQuery = graphql(
  `
    query Scorecard($id: ID!) {
      node(id: $id) {
        __typename
        ... on Scorecard {
          ...CardDetail
        }
      }
    }
  `,
  [CardDetail],
);

export const CardOfPersonQuery = graphql(
  `
    query ScorecardOfPerson($cycleId: ID!, $personId: ID!) {
      scorecard(cycleId: $cycleId, personId: $personId) {
        ...CardDetail
      }
    }
  `,
  [CardDetail],
);

export const ActivateScorecard = graphql(
  `
    mutation ActivateScorecard($input: ScorecardInput!) {
      activateScorecard(input: $input) {
        scorecard {
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

export const RequestRebalance = graphql(
  `
    mutation RequestRebalance($input: RequestRebalanceInput!) {
      requestRebalance(input: $input) {
        rebalance {
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

export const ConfirmRebalance = graphql(
  `
    mutation ConfirmRebalance($input: ConfirmRebalanceInput!) {
      confirmRebalance(input: $input) {
        rebalance {
          id
          status
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const DecideRebalance = graphql(
  `
    mutation DecideRebalance($input: DecideRebalanceInput!) {
      decideRebalance(input: $input) {
        rebalance {
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

/** What is on record of an objective: its own entries, or those below it that make it up. */
export const GroundQuery = graphql(
  `
    query ItemGround($id: ID!) {
      objective(id: $id) {
        id
        target
        measure {
          id
          unitOfMeasure
          decimals
        }
        progress {
          rolledUp
          actualToDate
          targetToDate
        }
        actuals {
          ...ActualEntry
        }
        children {
          id
          code
          title
          status
          owner {
            id
            name
          }
          measure {
            id
            decimals
          }
          progress {
            actualToDate
            targetToDate
            attainment
          }
        }
      }
    }
  `,
  [ActualEntry],
);
