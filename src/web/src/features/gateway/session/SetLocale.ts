import { graphql } from '../../../api/graphql';

export const SetLocale = graphql(`
  mutation SetLocale($input: SetLocaleInput!) {
    setLocale(input: $input) {
      viewer {
        locale
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
