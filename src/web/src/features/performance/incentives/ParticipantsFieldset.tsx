import { ActionIcon, Button, Fieldset, Group, Input, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '../../../api/graphql';
import type { FieldProps } from '../../../api/useForm';
import { DecimalField } from '../../../components/DecimalField';
import { Icon } from '../../../components/Icon';
import type { Choice } from '../../../components/RemoteSelect';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { UnitPicker } from '../../organization/pickers/UnitPicker';

export interface ParticipantEntry {
  id: string;
  label: string;
  target: string;
}

const ParticipantsQuery = graphql(`
  query SchemeParticipants($id: ID!, $after: String) {
    node(id: $id) {
      ... on IncentiveScheme {
        id
        participants(first: 500, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              person {
                id
                name
              }
              target {
                amount
              }
            }
          }
        }
      }
    }
  }
`);

const UnitPeopleQuery = graphql(`
  query UnitPeople($unitId: ID!, $after: String) {
    people(filter: { unitId: $unitId, includeSubunits: true, active: true }, first: 500, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
      }
    }
  }
`);

interface ParticipantsFieldsetProps extends FieldProps<ParticipantEntry[] | null> {
  schemeId: string | null;
  currency: string;
}

/** Who takes part, with what each gets at 100 % of target: one by one, or everyone of a unit. */
export function ParticipantsFieldset({ schemeId, currency, value, onChange, error }: ParticipantsFieldsetProps) {
  const { t } = useTranslation();
  const client = useClient();
  const [person, setPerson] = useState<Choice | null>(null);
  const [unitId, setUnitId] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>('10000');
  const [isReading, setReading] = useState(false);

  async function readAll() {
    if (schemeId === null) return;
    setReading(true);
    const entries: ParticipantEntry[] = [];
    let isWhole = false;
    for (let after: string | null | undefined = null; after !== undefined; ) {
      const { data } = await client.query(ParticipantsQuery, { id: schemeId, after }, { requestPolicy: 'network-only' });
      const page = data?.node && 'participants' in data.node ? data.node.participants : null;
      entries.push(...(page?.edges ?? []).map(({ node }) => ({ id: node.person.id, label: node.person.name, target: node.target.amount })));
      isWhole = page !== null;
      after = next(page);
    }
    if (isWhole) onChange(entries);
    setReading(false);
  }

  async function addUnit() {
    if (unitId === null || target === null) return;
    setReading(true);
    const found: ParticipantEntry[] = [];
    for (let after: string | null | undefined = null; after !== undefined; ) {
      const { data } = await client.query(UnitPeopleQuery, { unitId, after }, { requestPolicy: 'network-only' });
      found.push(...(data?.people.nodes ?? []).map(({ id, name }) => ({ id, label: name, target })));
      after = next(data?.people);
    }
    add(found);
    setReading(false);
  }

  function add(entries: readonly ParticipantEntry[]) {
    const known = new Set(value?.map((one) => one.id));
    onChange([...(value ?? []), ...entries.filter((one) => !known.has(one.id))]);
  }

  if (value === null) {
    return (
      <Fieldset legend={t('incentives.participants')} p="sm">
        <Button variant="default" size="xs" loading={isReading} onClick={() => void readAll()}>
          {t('incentives.changeParticipants')}
        </Button>
      </Fieldset>
    );
  }
  return (
    <Fieldset legend={t('incentives.participants')} p="sm">
      <Stack gap="xs">
        <DecimalField label={t('incentives.targetOfNew')} unit={currency} value={target} onChange={setTarget} error={undefined} />
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <PersonPicker label={t('incentives.person')} value={person} onChange={setPerson} />
          <Button
            variant="default"
            disabled={!person || target === null}
            onClick={() => {
              if (!person || target === null) return;
              add([{ id: person.id, label: person.label, target }]);
              setPerson(null);
            }}
          >
            {t('incentives.addOne')}
          </Button>
        </Group>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <UnitPicker label={t('incentives.unit')} value={unitId} onChange={setUnitId} clearable />
          <Button variant="default" disabled={unitId === null || target === null} loading={isReading} onClick={() => void addUnit()}>
            {t('incentives.addAll')}
          </Button>
        </Group>
        {error && <Input.Error>{error}</Input.Error>}
        <Text size="xs" c="dimmed" role="status">
          {t('incentives.people', { count: value.length })}
        </Text>
        {value.map((one, index) => (
          <Group key={one.id} gap="xs" align="flex-end" wrap="nowrap" justify="space-between">
            <DecimalField label={one.label} unit={currency} value={one.target} onChange={(next) => onChange(value.map((other, at) => (at === index ? { ...other, target: next ?? '' } : other)))} error={undefined} />
            <ActionIcon variant="subtle" color="gray.7" mb={4} aria-label={t('incentives.removeOne', { name: one.label })} onClick={() => onChange(value.filter((_, at) => at !== index))}>
              <Icon name="close" />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </Fieldset>
  );
}

/** The cursor of the page after this one; undefined when it was the last, or none could be read. */
function next(page: { pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null | undefined): string | null | undefined {
  return page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
}
