import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const NegotiationQuery = graphql(`
  query Negotiation($id: ID!) {
    objective(id: $id) {
      id
      version
      status
      target
      contentHash
      cycle {
        id
        status
      }
      measure {
        id
        unitOfMeasure
        decimals
      }
      owner {
        id
        name
      }
      negotiation {
        id
        at
        kind
        side
        target
        text
        by {
          id
          name
        }
      }
      negotiationState {
        viewerSide
        steps
        contextShared
        target
        ownerStands
        leaderStands
        leader {
          id
          name
        }
        missingSignatures {
          role
          by {
            id
            name
          }
        }
      }
      authorityGrants {
        id
        scope
        from
        until
        limit {
          amount
          currency
        }
        by {
          id
          name
        }
      }
      signatures {
        role
        valid
        at
        contentHash
        by {
          id
          name
        }
      }
    }
  }
`);

export type NegotiatedData = NonNullable<ResultOf<typeof NegotiationQuery>['objective']>;
export type EntryData = NegotiatedData['negotiation'][number];
export type StateData = NonNullable<NegotiatedData['negotiationState']>;
export type NegotiationKind = EntryData['kind'];

export const Negotiate = graphql(
  `
    mutation Negotiate($input: NegotiateInput!) {
      negotiate(input: $input) {
        objective {
          id
          version
          status
          target
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const GrantAuthority = graphql(
  `
    mutation GrantAuthority($input: GrantAuthorityInput!) {
      grantAuthority(input: $input) {
        objective {
          id
          version
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const SignCommitment = graphql(
  `
    mutation SignCommitment($input: SignCommitmentInput!) {
      signCommitment(input: $input) {
        objective {
          id
          version
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

export const isSettled = (status: NegotiatedData['status']): boolean => status === 'AGREED' || status === 'COMMITTED';

/** What each side said last about the target: null while it has proposed and accepted nothing in this round. */
export function versionsOf(entries: readonly EntryData[]): { owner: EntryData | null; leader: EntryData | null } {
  const reopened = entries.map((entry) => entry.kind).lastIndexOf('REOPENED');
  const said = entries.slice(reopened + 1).filter((entry) => entry.kind === 'PROPOSAL' || entry.kind === 'COUNTER_PROPOSAL' || entry.kind === 'ACCEPTED');
  const last = (side: EntryData['side']) => said.filter((entry) => entry.side === side).at(-1) ?? null;
  return { owner: last('OWNER'), leader: last('LEADER') };
}

const isOpen = (objective: Pick<NegotiatedData, 'status' | 'cycle'>): boolean =>
  ['PREPARATION', 'SETTING', 'EXECUTION'].includes(objective.cycle.status) && !['WITHDRAWN', 'ACHIEVED', 'MISSED'].includes(objective.status);

/** Whether it is worth offering to grant authority, and to take it back. */
export const mayGrant = (objective: Pick<NegotiatedData, 'status' | 'cycle'>, state: Pick<StateData, 'viewerSide'>): boolean =>
  isOpen(objective) && (state.viewerSide === 'LEADER' || state.viewerSide === 'ABOVE');

const order: readonly NegotiationKind[] = ['ACCEPTED', 'PROPOSAL', 'REJECTED', 'REOPENED', 'COMMENT', 'GUIDANCE', 'HELP_PROMISED'];

/** The steps that the server offers, as they are shown: what comes next first. */
export function stepsOf(state: Pick<StateData, 'steps' | 'contextShared'>): NegotiationKind[] {
  const shown: readonly NegotiationKind[] = state.contextShared ? [...order, 'SHARED_CONTEXT'] : ['SHARED_CONTEXT', ...order];
  return shown.filter((step) => state.steps.includes(step));
}

/** Whose the unit's approach lets wait until the other side has proposed (S6.7). */
export function waitingSide({ status }: Pick<NegotiatedData, 'status'>, state: Pick<StateData, 'viewerSide' | 'steps' | 'contextShared'>): 'OWNER' | 'LEADER' | null {
  const side = state.viewerSide === 'OWNER' || state.viewerSide === 'LEADER' ? state.viewerSide : null;
  return state.contextShared && !isSettled(status) && state.steps.length > 0 && !state.steps.includes('PROPOSAL') ? side : null;
}
