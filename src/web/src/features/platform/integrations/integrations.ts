import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const IntegrationsQuery = graphql(`
  query Integrations {
    webhookEvents
    viewer {
      accessTokens {
        id
        name
        expires
        readOnly
        lastUsedAt
        revokedAt
      }
      webhooks {
        id
        url
        events
        active
        deliveries(first: 20) {
          id
          at
          event
          status
          attempts
          nextAttemptAt
          error
        }
      }
    }
  }
`);

type Viewer = ResultOf<typeof IntegrationsQuery>['viewer'];
export type AccessToken = Viewer['accessTokens'][number];
export type Webhook = Viewer['webhooks'][number];
export type Delivery = Webhook['deliveries'][number];

export const CreateAccessToken = graphql(
  `
    mutation CreateAccessToken($input: CreateAccessTokenInput!) {
      createAccessToken(input: $input) {
        token
        accessToken {
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

export const RevokeAccessToken = graphql(
  `
    mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {
      revokeAccessToken(input: $input) {
        accessToken {
          id
          revokedAt
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const SaveWebhook = graphql(
  `
    mutation SaveWebhook($input: SaveWebhookInput!) {
      saveWebhook(input: $input) {
        secret
        webhook {
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

export const RemoveWebhook = graphql(
  `
    mutation RemoveWebhook($input: RemoveInput!) {
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

export const ReplayDelivery = graphql(
  `
    mutation ReplayDelivery($input: ReplayDeliveryInput!) {
      replayDelivery(input: $input) {
        webhook {
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

/** Whether a tool can still sign in with it. */
export const isInForce = (token: AccessToken, today: string): boolean => !token.revokedAt && token.expires >= today;
