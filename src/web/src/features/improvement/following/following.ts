import { graphql } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const FileImprovementReport = graphql(
  `
    mutation FileImprovementReport($input: FileImprovementReportInput!) {
      fileImprovementReport(input: $input) {
        improvementCase {
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

export const VerifyImprovement = graphql(
  `
    mutation VerifyImprovement($input: VerifyImprovementInput!) {
      verifyImprovement(input: $input) {
        improvementCase {
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
