import { Alert, Button, Combobox, Group, Textarea, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { keptBy, useUnsaved } from '../../../components/useUnsaved';
import { WriteComment, type CommentData } from './comments';
import { mentionAt } from './mentions';

const MentionChoices = graphql(`
  query MentionChoices($text: String!) {
    people(filter: { text: $text, active: true }, first: 6) {
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

interface CommentFormProps {
  objectiveId: string;
  onWritten: (comment: CommentData) => void;
}

/** A comment; typing @ and the beginning of a name offers people to mention. */
export function CommentForm({ objectiveId, onWritten }: CommentFormProps) {
  const { t } = useTranslation();
  const form = useForm({ text: '' });
  const write = useFormCommand(WriteComment, form);
  useUnsaved(form.values.text.trim() !== '', { isKept: keptBy('day') });
  const input = useRef<HTMLTextAreaElement>(null);
  const combobox = useCombobox();
  const [mention, setMention] = useState<{ start: number; typed: string } | null>(null);
  const [asked] = useDebouncedValue(mention?.typed ?? '', 150);
  const [{ data }] = useQuery({ query: MentionChoices, variables: { text: asked }, pause: asked === '' });
  const people = mention && asked !== '' ? (data?.people.nodes ?? []) : [];
  const { value, error } = form.field('text');

  function follow(element: HTMLTextAreaElement) {
    const found = mentionAt(element.value, element.selectionStart);
    setMention(found);
    if (found && found.typed !== '') combobox.openDropdown();
    else combobox.closeDropdown();
  }

  function choose(name: string) {
    if (!mention) return;
    const after = mention.start + 1 + mention.typed.length;
    form.set('text', `${value.slice(0, mention.start)}@${name} ${value.slice(after)}`);
    setMention(null);
    combobox.closeDropdown();
    input.current?.focus();
  }

  async function submit() {
    const done = await write.submit({ subjectId: objectiveId, text: value });
    if (!done?.comment) return;
    onWritten(done.comment);
    form.reset({ text: '' });
    input.current?.focus();
  }

  return (
    <form
      noValidate
      style={{ padding: '10px 16px 14px' }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {form.general.length > 0 && (
        <Alert color="red" variant="outline" role="alert" mb="xs">
          {form.general.join(' ')}
        </Alert>
      )}
      <Combobox store={combobox} onOptionSubmit={choose} position="top-start">
        <Combobox.Target withExpandedAttribute={false}>
          <Textarea
            ref={input}
            label={t('comments.write')}
            description={t('comments.mentionHint')}
            autosize
            minRows={2}
            maxRows={8}
            value={value}
            error={error}
            onChange={(event) => {
              form.set('text', event.currentTarget.value);
              follow(event.currentTarget);
            }}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={people.length === 0}>
          <Combobox.Options aria-label={t('comments.people')}>
            {people.map((person) => (
              <Combobox.Option key={person.id} value={people.filter((other) => other.name === person.name).length > 1 ? person.employeeNumber : person.name}>
                {person.name} ({person.employeeNumber}) · {person.unit.name}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Group justify="flex-end" mt="xs">
        <Button type="submit" loading={write.busy} disabled={value.trim() === ''}>
          {t('comments.send')}
        </Button>
      </Group>
    </form>
  );
}
