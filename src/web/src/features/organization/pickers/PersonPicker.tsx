import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import { RemoteSelect, type Choice } from '../../../components/RemoteSelect';

const PeopleChoices = graphql(`
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

interface PersonPickerProps {
  label: string;
  placeholder?: string;
  description?: string;
  required?: boolean;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  error?: string;
}

export function PersonPicker(props: PersonPickerProps) {
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 200);
  const [{ data, fetching }] = useQuery({ query: PeopleChoices, variables: { text: settled === '' ? null : settled } });
  return (
    <RemoteSelect
      {...props}
      onSearch={setText}
      isLoading={fetching && !data}
      options={(data?.people.nodes ?? []).map((person) => ({ id: person.id, label: `${person.name} (${person.employeeNumber}) · ${person.unit.name}` }))}
    />
  );
}
