import { Button, Checkbox, MultiSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import type { Choice } from '../../../components/RemoteSelect';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { levels, treeStatuses, type TreeFilter } from './filter';

const OwnerName = graphql(`
  query OwnerName($id: ID!) {
    person(id: $id) {
      id
      name
    }
  }
`);

interface TreeFiltersProps {
  filter: TreeFilter;
  onChange: (changes: Partial<TreeFilter>) => void;
}

export function TreeFilters({ filter, onChange }: TreeFiltersProps) {
  const { t } = useTranslation();
  const [chosen, setOwner] = useState<Choice | null>(null);
  // An address that was kept or shared holds the owner's id alone.
  const [{ data }] = useQuery({ query: OwnerName, variables: { id: filter.ownerId ?? '' }, pause: !filter.ownerId || chosen?.id === filter.ownerId });
  const owner = filter.ownerId ? (chosen?.id === filter.ownerId ? chosen : { id: filter.ownerId, label: data?.person?.name ?? t('tree.chosenOwner') }) : null;
  const inside = { withinPortal: false, transitionProps: { duration: 0 } };
  return (
    <Stack gap="sm">
      <MultiSelect
        label={t('objective.level')}
        comboboxProps={inside}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        data={levels.map((level) => ({ value: level, label: t(`enums.ObjectiveLevel.${level}`) }))}
        value={filter.levels}
        onChange={(values) => onChange({ levels: levels.filter((level) => values.includes(level)) })}
      />
      <MultiSelect
        label={t('objective.status')}
        comboboxProps={inside}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        data={treeStatuses.map((status) => ({ value: status, label: t(`enums.ObjectiveStatus.${status}`) }))}
        value={filter.statuses}
        onChange={(values) => onChange({ statuses: treeStatuses.filter((status) => values.includes(status)) })}
      />
      <UnitPicker label={t('tree.unitWithSubunits')} clearable value={filter.unitId} onChange={(unitId) => onChange({ unitId })} />
      <PersonPicker
        label={t('objective.owner')}
        value={owner}
        onChange={(choice) => {
          setOwner(choice);
          onChange({ ownerId: choice?.id ?? null });
        }}
      />
      <Checkbox label={t('tree.onlyImportant')} checked={filter.important} onChange={(event) => onChange({ important: event.currentTarget.checked })} />
      <Button
        variant="default"
        onClick={() => {
          setOwner(null);
          onChange({ levels: [], statuses: [], unitId: null, ownerId: null, important: false });
        }}
      >
        {t('tree.clearFilters')}
      </Button>
    </Stack>
  );
}
