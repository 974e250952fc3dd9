import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CycleChoice } from './useCycles';

interface CycleSelectProps {
  cycles: readonly CycleChoice[];
  value: string;
  onChange: (id: string | null) => void;
}

/** Which cycle a screen shows, where there is more than one. */
export function CycleSelect({ cycles, value, onChange }: CycleSelectProps) {
  const { t } = useTranslation();
  if (cycles.length < 2) return null;
  return (
    <Select
      size="xs"
      w={190}
      aria-label={t('tree.cycle')}
      allowDeselect={false}
      data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
      value={value}
      onChange={onChange}
    />
  );
}
