import { graphql, type ResultOf } from '../../../api/graphql';

export const SearchQuery = graphql(`
  query Search($text: String!, $first: Int!) {
    search(text: $text, first: $first) {
      totalCount
      edges {
        snippet
        node {
          __typename
          ... on Objective {
            id
            code
            title
            level
          }
          ... on Person {
            id
            name
            employeeNumber
          }
          ... on Unit {
            id
            name
            code
          }
          ... on Briefing {
            id
            title
            kind
          }
          ... on Course {
            id
            title
            code
          }
          ... on ImprovementCase {
            id
            objective {
              id
              code
              title
            }
          }
          ... on Customer {
            id
            name
            code
          }
        }
      }
    }
  }
`);

export type SearchHitData = ResultOf<typeof SearchQuery>['search']['edges'][number];
