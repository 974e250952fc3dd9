import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { UnitKind } from '../../../api/graphql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import type { Choice } from '../../../components/RemoteSelect';
import { PersonPicker } from '../pickers/PersonPicker';
import { UnitPicker } from '../pickers/UnitPicker';
import { useWorkspace } from '../workspace/workspace';
import { ResponsibilityEditor, type Duty } from './ResponsibilityEditor';
import { SaveUnit, UnitQuery, type UnitDetailData } from './saveUnit';
import { unitsUnder } from './unitTree';

const kinds: readonly UnitKind[] = ['COMPANY', 'DIVISION', 'DEPARTMENT', 'TEAM'];

interface Values {
  code: string;
  name: string;
  kind: UnitKind;
  parentId: string | null;
  leaderId: Choice | null;
  responsibilities: Duty[];
  active: boolean;
}

const valuesOf = (unit: UnitDetailData): Values => ({
  code: unit.code,
  name: unit.name,
  kind: unit.kind,
  parentId: unit.parent?.id ?? null,
  leaderId: unit.leader && { id: unit.leader.id, label: `${unit.leader.name} (${unit.leader.employeeNumber})` },
  responsibilities: unit.responsibilities.map(({ id, text }) => ({ id, text })),
  active: unit.active,
});

interface UnitDrawerProps {
  /** Null for a new one. */
  unit: UnitDetailData | null;
  parentId: string | null;
  onDone: (id: string) => void;
  onClose: () => void;
}

export function UnitDrawer({ unit, parentId, onDone, onClose }: UnitDrawerProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { organization } = useWorkspace();
  const [base, setBase] = useState(unit);
  const form = useForm<Values>(base ? valuesOf(base) : { code: '', name: '', kind: parentId ? 'TEAM' : 'COMPANY', parentId, leaderId: null, responsibilities: [], active: true });
  const save = useFormCommand(SaveUnit, form);
  const { values, set, field } = form;
  const below = useMemo(() => (base ? unitsUnder(base.id, organization.units) : undefined), [base, organization.units]);

  async function submit() {
    const missing = missingOf(values, ['code', 'name']);
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const done = await save.submit({
      id: base?.id,
      expectedVersion: base?.version,
      code: values.code,
      name: values.name,
      kind: values.kind,
      parentId: values.parentId,
      leaderId: values.leaderId?.id ?? null,
      responsibilities: values.responsibilities.filter((duty) => duty.text.trim() !== ''),
      active: values.active,
    });
    if (!done?.unit) return;
    notifications.show({ message: t('common.saved') });
    onDone(done.unit.id);
    onClose();
  }

  async function readAgain() {
    const { data } = await client.query(UnitQuery, { id: base?.id ?? '' }, { requestPolicy: 'network-only' });
    if (!data?.unit) return;
    setBase(data.unit);
    form.reset(valuesOf(data.unit));
  }

  return (
    <FormDrawer
      title={t(base ? 'units.edit' : 'units.add')}
      subject={base?.name}
      submitLabel={t('common.save')}
      form={form}
      command={save}
      onReload={() => void readAgain()}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput label={t('units.name')} required data-autofocus value={values.name} onChange={(e) => set('name', e.currentTarget.value)} error={field('name').error} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('units.code')} required value={values.code} onChange={(e) => set('code', e.currentTarget.value)} error={field('code').error} />
        <Select
          label={t('units.kind')}
          required
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`enums.UnitKind.${kind}`) }))}
          value={values.kind}
          onChange={(value) => set('kind', kinds.find((kind) => kind === value) ?? values.kind)}
          error={field('kind').error}
        />
      </SimpleGrid>
      <UnitPicker label={t('units.parent')} clearable without={below} {...field('parentId')} />
      <PersonPicker label={t('units.leader')} {...field('leaderId')} />
      <ResponsibilityEditor {...field('responsibilities')} />
      {base && <Checkbox label={t('common.active')} checked={values.active} onChange={(e) => set('active', e.currentTarget.checked)} error={field('active').error} />}
    </FormDrawer>
  );
}
