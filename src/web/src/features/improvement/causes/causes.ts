import { graphql } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';
import type { CauseCategory, CauseData } from '../cases/cases';

export const SaveCause = graphql(
  `
    mutation SaveCause($input: SaveCauseInput!) {
      saveCause(input: $input) {
        improvementCase {
          id
          causes {
            id
          }
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

export const ConfirmRootCause = graphql(
  `
    mutation ConfirmRootCause($input: ConfirmRootCauseInput!) {
      confirmRootCause(input: $input) {
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

/** The branches of the diagram, from its head on. */
export const categories: readonly CauseCategory[] = ['PEOPLE', 'METHOD', 'TOOLS', 'INFORMATION', 'MEASUREMENT', 'ENVIRONMENT', 'CUSTOMER', 'OTHER'];

/** So many whys a chain has at most. */
export const mostWhys = 10;

export interface Why {
  cause: CauseData;
  /** How deep it lies, from 1 on. */
  depth: number;
  below: readonly Why[];
}

/** The causes as chains: each with those that lie under it, in their order. */
export function chainsOf(causes: readonly CauseData[]): Why[] {
  const at = (parentId: string | null, depth: number): Why[] => causes.filter((cause) => cause.parentId === parentId).map((cause) => ({ cause, depth, below: at(cause.id, depth + 1) }));
  return at(null, 1);
}

/** Each cause with its number among the chains, as "2.1", in the order in which they are read. */
export function numbered(chains: readonly Why[], above = ''): { why: Why; number: string }[] {
  return chains.flatMap((why, index) => {
    const number = `${above}${index + 1}`;
    return [{ why, number }, ...numbered(why.below, `${number}.`)];
  });
}
