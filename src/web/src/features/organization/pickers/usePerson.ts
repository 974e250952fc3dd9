import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import type { Choice } from '../../../components/RemoteSelect';
import { choiceOfPerson } from './people';

const PickedPerson = graphql(`
  query PickedPerson($id: ID!) {
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

/** A person of whom only the id is known, as pickers name him. */
export function usePerson(id: string | null): Choice | null {
  const [{ data }] = useQuery({ query: PickedPerson, variables: { id: id ?? '' }, pause: id === null });
  return id !== null && data?.person?.id === id ? choiceOfPerson(data.person) : null;
}
