import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { RemoteSelect, type Choice } from '../../../components/RemoteSelect';
import { choiceOfPerson, PeopleChoices } from './people';

interface PersonPickerProps {
  label?: string;
  'aria-label'?: string;
  size?: 'xs' | 'sm';
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
      options={(data?.people.nodes ?? []).map(choiceOfPerson)}
    />
  );
}
