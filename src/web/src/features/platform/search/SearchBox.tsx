import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { describeFailure } from '../../../api/failures';
import { Icon, type IconName } from '../../../components/Icon';
import { SearchQuery, type SearchHitData } from './SearchQuery';

type Node = SearchHitData['node'];

const kinds: Record<Node['__typename'], IconName> = { Objective: 'tree', Person: 'person', Unit: 'building', Customer: 'customer', Briefing: 'comment', Course: 'star', ImprovementCase: 'trendUp' };

/** Finds any record by words of it. Ctrl+K or ⌘K goes there. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 200);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [{ data, fetching, error }] = useQuery({ query: SearchQuery, variables: { text: settled, first: 20 }, pause: settled === '' });
  useHotkeys([['mod+K', () => input.current?.focus()]], []);
  const hits = settled === '' ? [] : (data?.search.edges ?? []);

  return (
    <Combobox
      store={combobox}
      width="target"
      position="bottom-start"
      middlewares={{ size: true }}
      onOptionSubmit={(place) => {
        combobox.closeDropdown();
        setText('');
        input.current?.blur();
        void navigate(place);
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={input}
          role="combobox"
          aria-autocomplete="list"
          size="xs"
          w="100%"
          maw={440}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          maxLength={100}
          leftSection={<Icon name="search" />}
          rightSection={fetching && settled !== '' ? <Loader size={14} /> : null}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (event.currentTarget.value.trim() === '') combobox.closeDropdown();
            else combobox.openDropdown();
          }}
          onFocus={() => {
            if (text.trim() !== '') combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={settled === ''}>
        <Combobox.Options aria-label={t('search.results')} mah="60vh" style={{ overflowY: 'auto' }}>
          {hits.map(({ node, snippet }) => (
            <Combobox.Option key={node.id} value={placeOf(node)}>
              <Hit node={node} snippet={snippet} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {error && <Combobox.Empty role="alert">{describeFailure(error, t)}</Combobox.Empty>}
        {!error && !fetching && hits.length === 0 && <Combobox.Empty role="status">{t('search.none')}</Combobox.Empty>}
        {data && data.search.totalCount > hits.length && hits.length > 0 && (
          <Combobox.Footer>
            <Text size="xs" c="dimmed">
              {t('search.more', { count: data.search.totalCount - hits.length })}
            </Text>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Hit({ node, snippet }: { node: Node; snippet: string }) {
  const { t } = useTranslation();
  const name = nameOf(node);
  const code = node.__typename === 'Person' ? node.employeeNumber : node.__typename === 'Briefing' ? t(`enums.BriefingKind.${node.kind}`) : node.__typename === 'ImprovementCase' ? node.objective.code : node.code;
  return (
    <div style={{ display: 'flex', gap: 10, alignItems: 'flex-start' }}>
      <span style={{ paddingTop: 2 }} title={t(`search.kinds.${node.__typename}`)}>
        <Icon name={kinds[node.__typename]} />
        <span className="visually-hidden">{t(`search.kinds.${node.__typename}`)}</span>
      </span>
      <div style={{ minWidth: 0 }}>
        <Text size="sm" className="truncate">
          {name} <span style={{ color: 'var(--quiet)' }}>{code}</span>
        </Text>
        {snippet !== name && snippet !== code && (
          <Text size="xs" c="dimmed" className="truncate">
            {snippet}
          </Text>
        )}
      </div>
    </div>
  );
}

function nameOf(node: Node): string {
  switch (node.__typename) {
    case 'Objective':
    case 'Briefing':
    case 'Course':
      return node.title;
    case 'ImprovementCase':
      return node.objective.title;
    default:
      return node.name;
  }
}

function placeOf(node: Node): string {
  switch (node.__typename) {
    case 'Objective':
      return `/objectives/${node.id}`;
    case 'Person':
      return `/people/${node.id}`;
    case 'Unit':
      return `/units/${node.id}`;
    case 'Briefing':
      return `/briefings/${node.id}`;
    case 'Course':
      return `/courses?text=${encodeURIComponent(node.code)}`;
    case 'ImprovementCase':
      return `/improvement/${node.id}`;
    case 'Customer':
      return `/customers?text=${encodeURIComponent(node.code)}`;
  }
}
