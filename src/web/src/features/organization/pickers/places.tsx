import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import { RemoteSelect, type Choice } from '../../../components/RemoteSelect';

interface PickerProps {
  label?: string;
  'aria-label'?: string;
  placeholder?: string;
  size?: 'xs' | 'sm';
  description?: string;
  required?: boolean;
  clearable?: boolean;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string;
}

const RegionChoices = graphql(`
  query RegionChoices {
    organization {
      regions {
        id
        code
        name
        active
      }
    }
  }
`);

export function RegionPicker(props: PickerProps) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: RegionChoices });
  const regions = (data?.organization.regions ?? []).filter((region) => region.active || region.id === props.value);
  return (
    <Select
      {...props}
      searchable
      data={regions.map((region) => ({ value: region.id, label: `${region.name} (${region.code})` }))}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('common.nothingFound')}
    />
  );
}

const PositionChoices = graphql(`
  query PositionChoices($unitId: ID) {
    positions(unitId: $unitId) {
      id
      code
      title
      responsibilities {
        id
        text
      }
    }
  }
`);

export function usePositions(unitId: string | null) {
  const [{ data }] = useQuery({ query: PositionChoices, variables: { unitId }, pause: unitId === null });
  return unitId === null ? [] : (data?.positions ?? []);
}

export function PositionPicker({ unitId, ...props }: PickerProps & { unitId: string | null }) {
  const { t } = useTranslation();
  const positions = usePositions(unitId);
  return (
    <Select
      {...props}
      searchable
      disabled={unitId === null}
      data={positions.map((position) => ({ value: position.id, label: `${position.title} (${position.code})` }))}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('common.nothingFound')}
    />
  );
}

const UnitDuties = graphql(`
  query UnitDuties($id: ID!) {
    unit(id: $id) {
      id
      responsibilities {
        id
        text
      }
    }
  }
`);

/** A duty of the unit or the position that an objective serves. */
export function ResponsibilityPicker({ unitId, positionId, ...props }: PickerProps & { unitId: string | null; positionId: string | null }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: UnitDuties, variables: { id: unitId ?? '' }, pause: unitId === null });
  const ofPosition = usePositions(unitId).find((position) => position.id === positionId)?.responsibilities ?? [];
  const ofUnit = unitId === null ? [] : (data?.unit?.responsibilities ?? []);
  const options = (duties: readonly { id: string; text: string }[]) => duties.map((duty) => ({ value: duty.id, label: duty.text }));
  return (
    <Select
      {...props}
      searchable
      data={[
        { group: t('objective.dutiesOfUnit'), items: options(ofUnit) },
        { group: t('objective.dutiesOfPosition'), items: options(ofPosition) },
      ].filter((group) => group.items.length > 0)}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('common.nothingFound')}
    />
  );
}

const CustomerChoices = graphql(`
  query CustomerChoices($text: String, $regionId: ID) {
    customers(filter: { text: $text, regionId: $regionId }, first: 20) {
      nodes {
        id
        code
        name
        active
      }
    }
  }
`);

interface CustomerPickerProps {
  label: string;
  required?: boolean;
  regionId: string | null;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  error?: string;
}

export function CustomerPicker({ regionId, ...props }: CustomerPickerProps) {
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 200);
  const [{ data, fetching }] = useQuery({ query: CustomerChoices, variables: { text: settled === '' ? null : settled, regionId } });
  return (
    <RemoteSelect
      {...props}
      onSearch={setText}
      isLoading={fetching && !data}
      options={(data?.customers.nodes ?? []).filter((customer) => customer.active).map((customer) => ({ id: customer.id, label: `${customer.name} (${customer.code})` }))}
    />
  );
}
