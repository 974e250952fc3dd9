import { graphql, type ResultOf, type StrategyKind } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const StrategyElementLine = graphql(`
  fragment StrategyElementLine on StrategyElement {
    id
    version
    kind
    title
    description
    from
    until
    target
    measure {
      id
      name
      unitOfMeasure
      decimals
    }
    parent {
      id
    }
  }
`);

export type StrategyElementData = ResultOf<typeof StrategyElementLine>;

export const StrategyQuery = graphql(
  `
    query Strategy {
      strategy {
        ...StrategyElementLine
      }
    }
  `,
  [StrategyElementLine],
);

export const StrategyObjectivesQuery = graphql(`
  query StrategyObjectives($id: ID!) {
    node(id: $id) {
      ... on StrategyElement {
        id
        objectives {
          id
          code
          title
          cycle {
            id
            name
          }
          owner {
            id
            name
          }
        }
      }
    }
  }
`);

export const SaveStrategyElement = graphql(
  `
    mutation SaveStrategyElement($input: SaveStrategyElementInput!) {
      saveStrategyElement(input: $input) {
        strategyElement {
          ...StrategyElementLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [StrategyElementLine, UserErrorFields],
);

/** From the farthest aim to the nearest plan. */
export const strategyKinds: readonly StrategyKind[] = ['VISION', 'LONG_TERM_OBJECTIVE', 'STRATEGY', 'ANNUAL_POLICY', 'ANNUAL_PLAN'];

export interface PlacedElement {
  element: StrategyElementData;
  level: number;
  position: number;
  siblings: number;
  children: number;
}

/** The chain from top to bottom, each element after the one it serves. */
export function inChainOrder(elements: readonly StrategyElementData[]): PlacedElement[] {
  const known = new Set(elements.map((element) => element.id));
  const below = new Map<string, StrategyElementData[]>();
  const inOrder = [...elements].sort((a, b) => strategyKinds.indexOf(a.kind) - strategyKinds.indexOf(b.kind) || a.from - b.from || a.title.localeCompare(b.title));
  for (const element of inOrder) {
    const parent = element.parent && known.has(element.parent.id) ? element.parent.id : '';
    below.set(parent, [...(below.get(parent) ?? []), element]);
  }
  const placed: PlacedElement[] = [];
  const add = (parent: string, level: number) => {
    const siblings = below.get(parent) ?? [];
    siblings.forEach((element, index) => {
      placed.push({ element, level, position: index + 1, siblings: siblings.length, children: below.get(element.id)?.length ?? 0 });
      add(element.id, level + 1);
    });
  };
  add('', 1);
  return placed;
}
