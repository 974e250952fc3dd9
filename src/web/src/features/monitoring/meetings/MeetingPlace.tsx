import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace, type Workspace } from '../../organization/workspace/workspace';
import { mayHold } from './mayHold';
import type { OfficeLevel } from './meetings';

const levels: readonly OfficeLevel[] = ['DEPARTMENT', 'COMPANY'];

export interface Place {
  unitId: string | null;
  level: OfficeLevel;
}

const unitsOf = (workspace: Workspace) => workspace.organization.units.filter((unit) => mayHold(workspace, unit.id)).map((unit) => unit.id);

/** Of one's own unit where one may hold its meeting, else of the first of which one may. */
export function ownPlace(workspace: Workspace): Place {
  const own = workspace.viewer.person.unit.id;
  const may = unitsOf(workspace);
  return { unitId: may.includes(own) ? own : (may[0] ?? null), level: own === workspace.organization.root?.id ? 'COMPANY' : 'DEPARTMENT' };
}

interface MeetingPlaceProps {
  value: Place;
  errorOf: (field: keyof Place) => string | undefined;
  onChange: (place: Place) => void;
}

/** Which office meets: a unit's that one leads, or the company's. */
export function MeetingPlace({ value, errorOf, onChange }: MeetingPlaceProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { organization } = workspace;
  const may = new Set(unitsOf(workspace));
  return (
    <>
      <Select
        label={t('meetings.level')}
        required
        allowDeselect={false}
        data={levels.map((one) => ({ value: one, label: t(`enums.OfficeLevel.${one}`) }))}
        value={value.level}
        error={errorOf('level')}
        onChange={(level) => level && onChange(level === 'COMPANY' ? { level, unitId: organization.root?.id ?? null } : { ...value, level })}
      />
      <UnitPicker
        label={t('meetings.unit')}
        required
        without={new Set(organization.units.filter((unit) => !may.has(unit.id)).map((unit) => unit.id))}
        value={value.unitId}
        error={errorOf('unitId')}
        onChange={(unitId) => onChange({ ...value, unitId })}
      />
    </>
  );
}
