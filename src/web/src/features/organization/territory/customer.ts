import { graphql, type ResultOf } from '../../../api/graphql';
import { UserErrorFields } from '../../../api/userErrors';

export const CustomerLine = graphql(`
  fragment CustomerLine on Customer {
    id
    version
    code
    name
    active
    region {
      id
      name
    }
    accountOwner {
      id
      name
      employeeNumber
    }
    profile {
      strength
      finances
      credit
    }
  }
`);

export type CustomerData = ResultOf<typeof CustomerLine>;

export const CustomersQuery = graphql(
  `
    query Customers($filter: CustomerFilter, $first: Int, $after: String, $last: Int, $before: String) {
      customers(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          ...CustomerLine
        }
      }
    }
  `,
  [CustomerLine],
);

export const SaveCustomer = graphql(
  `
    mutation SaveCustomer($input: SaveCustomerInput!) {
      saveCustomer(input: $input) {
        customer {
          ...CustomerLine
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [CustomerLine, UserErrorFields],
);

export const customerFactors = ['strength', 'finances', 'credit'] as const;
