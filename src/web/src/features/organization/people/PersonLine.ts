import { graphql, type ResultOf } from '../../../api/graphql';

export const PersonLine = graphql(`
  fragment PersonLine on Person {
    id
    employeeNumber
    name
    active
    unit {
      id
      name
    }
    position {
      id
      title
    }
    superior {
      id
      name
    }
  }
`);

export type PersonLineData = ResultOf<typeof PersonLine>;
