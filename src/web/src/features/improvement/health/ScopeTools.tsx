import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../../../components/useChoices';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import type { CycleChoice } from '../../planning/cycles/useCycles';

interface ScopeToolsProps {
  cycle: CycleChoice;
  cycles: readonly CycleChoice[];
  unitId: string | null;
}

/** Which cycle and whose unit are looked at; they stand in the address. */
export function ScopeTools({ cycle, cycles, unitId }: ScopeToolsProps) {
  const { t } = useTranslation();
  const [, choose] = useChoices();
  const { viewer, organization, ledUnitIds } = useWorkspace();
  const seesAll = viewer.roles.some((role) => role === 'EXECUTIVE' || role === 'HR' || role === 'AUDITOR');
  const others = useMemo(() => (seesAll ? undefined : new Set(organization.units.map(({ id }) => id).filter((id) => !ledUnitIds.has(id)))), [seesAll, organization.units, ledUnitIds]);
  return (
    <>
      {cycles.length > 1 && (
        <Select
          size="xs"
          w={190}
          aria-label={t('tree.cycle')}
          allowDeselect={false}
          data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
          value={cycle.id}
          onChange={(id) => choose({ cycle: id })}
        />
      )}
      {(seesAll || ledUnitIds.size > 1) && (
        <UnitPicker size="xs" aria-label={t('dashboard.unit')} placeholder={t('dashboard.company')} clearable={seesAll} without={others} value={unitId} onChange={(id) => choose({ unit: id })} />
      )}
    </>
  );
}
