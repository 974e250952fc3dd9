import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { FieldProps } from '../../../api/useForm';
import type { Choice } from '../../../components/RemoteSelect';
import { choiceOfPerson, PeopleChoices } from './people';

interface PeoplePickerProps extends FieldProps<Choice[]> {
  label: string;
  description?: string;
  required?: boolean;
}

/** Chooses several of the company's people, whom the server finds by what is typed. */
export function PeoplePicker({ value, onChange, ...rest }: PeoplePickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 200);
  const [{ data, fetching }] = useQuery({ query: PeopleChoices, variables: { text: settled === '' ? null : settled } });
  const found = (data?.people.nodes ?? []).map(choiceOfPerson);
  const known = [...value, ...found.filter((one) => !value.some((chosen) => chosen.id === one.id))];
  return (
    <MultiSelect
      {...rest}
      data={known.map((one) => ({ value: one.id, label: one.label }))}
      value={value.map((one) => one.id)}
      onChange={(ids) => onChange(ids.flatMap((id) => known.find((one) => one.id === id) ?? []))}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      hidePickedOptions
      nothingFoundMessage={fetching ? t('common.loading') : t('common.nothingFound')}
    />
  );
}
