import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inTreeOrder } from '../units/unitTree';
import { useWorkspace } from '../workspace/workspace';

interface UnitPickerProps {
  label?: string;
  'aria-label'?: string;
  size?: 'xs' | 'sm';
  placeholder?: string;
  description?: string;
  required?: boolean;
  clearable?: boolean;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string;
  /** Not to be chosen: a unit cannot stand under itself. */
  without?: ReadonlySet<string>;
}

export function UnitPicker({ without, value, ...props }: UnitPickerProps) {
  const { t } = useTranslation();
  const { organization } = useWorkspace();
  const placed = useMemo(
    () => inTreeOrder(organization.units).filter(({ unit }) => (unit.active || unit.id === value) && !without?.has(unit.id)),
    [organization.units, without, value],
  );
  const levels = useMemo(() => new Map(placed.map(({ unit, level }) => [unit.id, level])), [placed]);
  return (
    <Select
      {...props}
      value={value}
      data={placed.map(({ unit }) => ({ value: unit.id, label: `${unit.name} (${unit.code})` }))}
      renderOption={({ option }) => <span style={{ paddingInlineStart: ((levels.get(option.value) ?? 1) - 1) * 14 }}>{option.label}</span>}
      searchable
      limit={200}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      nothingFoundMessage={t('common.nothingFound')}
      
    />
  );
}
