import { graphql } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const MailPreferenceQuery = graphql(`
  query MailPreference {
    viewer {
      mail
      person {
        id
        email
      }
    }
  }
`);

export const SetMailPreference = graphql(
  `
    mutation SetMailPreference($input: SetNotificationPreferenceInput!) {
      setNotificationPreference(input: $input) {
        viewer {
          mail
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const rhythms = ['AT_ONCE', 'DAILY_DIGEST', 'NEVER'] as const;
