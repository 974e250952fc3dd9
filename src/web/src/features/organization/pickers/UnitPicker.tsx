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
  const data = useMemo(
    () =>
      inTreeOrder(organization.units)
        .filter(({ unit }) => (unit.active || unit.id === value) && !without?.has(unit.id))
        .map(({ unit, level }) => ({ value: unit.id, label: `${'\u2003'.repeat(level - 1)}${unit.name} (${unit.code})` })),
    [organization.units, without, value],
  );
  return <Select {...props} value={value} data={data} searchable limit={200} clearButtonProps={{ 'aria-label': t('common.clear') }} nothingFoundMessage={t('common.nothingFound')} maxDropdownHeight={280} />;
}
