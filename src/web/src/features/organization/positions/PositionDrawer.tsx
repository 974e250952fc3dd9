import { SimpleGrid, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { DecimalText } from '../../../api/graphql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { RegionPicker } from '../pickers/places';
import { UnitPicker } from '../pickers/UnitPicker';
import { ResponsibilityEditor, type Duty } from '../units/ResponsibilityEditor';
import { SavePosition, type PositionData } from './savePosition';

interface Values {
  code: string;
  title: string;
  unitId: string | null;
  regionId: string | null;
  relativeStrength: DecimalText | null;
  responsibilities: Duty[];
}

interface PositionDrawerProps {
  /** Null for a new one. */
  position: PositionData | null;
  unitId: string;
  onDone: () => void;
  onClose: () => void;
}

export function PositionDrawer({ position, unitId, onDone, onClose }: PositionDrawerProps) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    code: position?.code ?? '',
    title: position?.title ?? '',
    unitId: position?.unit.id ?? unitId,
    regionId: position?.region?.id ?? null,
    relativeStrength: position?.relativeStrength ?? '1',
    responsibilities: position?.responsibilities.map(({ id, text }) => ({ id, text })) ?? [],
  });
  const save = useFormCommand(SavePosition, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['code', 'title', 'unitId']);
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const done = await save.submit({
      id: position?.id,
      expectedVersion: position?.version,
      code: values.code,
      title: values.title,
      unitId: values.unitId ?? '',
      regionId: values.regionId,
      relativeStrength: values.relativeStrength,
      responsibilities: values.responsibilities.filter((duty) => duty.text.trim() !== ''),
    });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t(position ? 'positions.edit' : 'positions.add')}
      subject={position?.title}
      submitLabel={t('common.save')}
      form={form}
      command={save}
      onReload={() => {
        onDone();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput label={t('positions.position')} required data-autofocus value={values.title} onChange={(e) => set('title', e.currentTarget.value)} error={field('title').error} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('positions.code')} required value={values.code} onChange={(e) => set('code', e.currentTarget.value)} error={field('code').error} />
        <DecimalField label={t('positions.relativeStrength')} {...field('relativeStrength')} />
      </SimpleGrid>
      <UnitPicker label={t('positions.unit')} required {...field('unitId')} />
      <RegionPicker label={t('positions.region')} clearable {...field('regionId')} />
      <ResponsibilityEditor {...field('responsibilities')} />
    </FormDrawer>
  );
}
