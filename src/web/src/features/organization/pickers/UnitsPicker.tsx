import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../../../api/useForm';
import { inTreeOrder } from '../units/unitTree';
import { useWorkspace } from '../workspace/workspace';

interface UnitsPickerProps extends FieldProps<string[]> {
  label: string;
  description?: string;
}

/** Chooses several units. */
export function UnitsPicker(props: UnitsPickerProps) {
  const { t } = useTranslation();
  const { organization } = useWorkspace();
  const data = useMemo(
    () => inTreeOrder(organization.units).filter(({ unit }) => unit.active || props.value.includes(unit.id)).map(({ unit }) => ({ value: unit.id, label: `${unit.name} (${unit.code})` })),
    [organization.units, props.value],
  );
  return <MultiSelect {...props} data={data} searchable limit={200} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} nothingFoundMessage={t('common.nothingFound')} />;
}
