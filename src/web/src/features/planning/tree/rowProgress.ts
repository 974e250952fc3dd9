import { graphql, type ResultOf } from '../../../api/graphql';

/** How the rows in sight do; asked apart from the tree, which may be read as a whole. */
export const RowProgressQuery = graphql(`
  query RowProgress($ids: [ID!]!, $day: LocalDate) {
    nodes(ids: $ids) {
      ... on Objective {
        id
        progress(asOf: $day) {
          health
          attainment
        }
      }
    }
  }
`);

type Found = Extract<NonNullable<ResultOf<typeof RowProgressQuery>['nodes'][number]>, { progress: object }>;
export type RowProgress = Found['progress'];

export function progressById(data: ResultOf<typeof RowProgressQuery>): Map<string, RowProgress> {
  const found = new Map<string, RowProgress>();
  for (const node of data.nodes) if (node && 'progress' in node) found.set(node.id, node.progress);
  return found;
}
