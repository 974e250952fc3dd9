import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import type { Choice } from '../../../components/RemoteSelect';
import { choiceOfPerson } from './people';

const PersonChoice = graphql(`
  query PersonChoice($id: ID!) {
    person(id: $id) {
      id
      name
      employeeNumber
      unit {
        id
        name
      }
    }
  }
`);

/** Who is chosen in a page's address, as pickers name him; null until his name is read. */
export function usePersonChoice(id: string | null): Choice | null {
  const [{ data }] = useQuery({ query: PersonChoice, variables: { id: id ?? '' }, pause: id === null });
  return data?.person && data.person.id === id ? choiceOfPerson(data.person) : null;
}
