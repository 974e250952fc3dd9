import { graphql } from '../../../api/graphql';
import type { Choice } from '../../../components/RemoteSelect';

export const PeopleChoices = graphql(`
  query PeopleChoices($text: String) {
    people(filter: { text: $text, active: true }, first: 20) {
      nodes {
        id
        name
        employeeNumber
        unit {
          id
          name
        }
      }
    }
  }
`);

/** A person as pickers name him. */
export const choiceOfPerson = (person: { id: string; name: string; employeeNumber: string; unit: { name: string } }): Choice => ({
  id: person.id,
  label: `${person.name} (${person.employeeNumber}) · ${person.unit.name}`,
});
