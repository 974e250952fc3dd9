import { graphql } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const SelfAppraise = graphql(
  `
    mutation SelfAppraise($input: SelfAppraiseInput!) {
      selfAppraise(input: $input) {
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

export const Appraise = graphql(
  `
    mutation Appraise($input: AppraiseInput!) {
      appraise(input: $input) {
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

export const CalibrateAppraisal = graphql(
  `
    mutation CalibrateAppraisal($input: CalibrateAppraisalInput!) {
      calibrateAppraisal(input: $input) {
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

export const SignAppraisal = graphql(
  `
    mutation SignAppraisal($input: ScorecardInput!) {
      signAppraisal(input: $input) {
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

export const DisputeAppraisal = graphql(
  `
    mutation DisputeAppraisal($input: DisputeAppraisalInput!) {
      disputeAppraisal(input: $input) {
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

export const ResolveDispute = graphql(
  `
    mutation ResolveDispute($input: ResolveDisputeInput!) {
      resolveDispute(input: $input) {
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
