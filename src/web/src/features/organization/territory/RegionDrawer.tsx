import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { DecimalText } from '../../../api/graphql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { UnitPicker } from '../pickers/UnitPicker';
import { FactorFields } from './FactorFields';
import { regionFactors, SaveRegion, type RegionData } from './region';

type Profile = RegionData['profile'];

interface Values {
  code: string;
  name: string;
  unitId: string | null;
  profile: Profile;
  developmentWeight: DecimalText | null;
  active: boolean;
}

const average: Profile = { characteristics: 50, strategicDeployment: 50, development: 50, environment: 50, competition: 50, resources: 50 };

interface RegionDrawerProps {
  /** Null for a new one. */
  region: RegionData | null;
  onDone: () => void;
  onClose: () => void;
}

export function RegionDrawer({ region, onDone, onClose }: RegionDrawerProps) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    code: region?.code ?? '',
    name: region?.name ?? '',
    unitId: region?.unit.id ?? null,
    profile: region?.profile ?? average,
    developmentWeight: region?.developmentWeight ?? '1',
    active: region?.active ?? true,
  });
  const save = useFormCommand(SaveRegion, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['code', 'name', 'unitId']);
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const { characteristics, strategicDeployment, development, environment, competition, resources } = values.profile;
    const done = await save.submit({
      id: region?.id,
      expectedVersion: region?.version,
      code: values.code,
      name: values.name,
      unitId: values.unitId ?? '',
      profile: { characteristics, strategicDeployment, development, environment, competition, resources },
      developmentWeight: values.developmentWeight,
      active: values.active,
    });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t(region ? 'territory.editRegion' : 'territory.addRegion')}
      subject={region?.name}
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
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('territory.name')} required data-autofocus value={values.name} onChange={(e) => set('name', e.currentTarget.value)} error={field('name').error} />
        <TextInput label={t('territory.code')} required value={values.code} onChange={(e) => set('code', e.currentTarget.value)} error={field('code').error} />
      </SimpleGrid>
      <UnitPicker label={t('territory.unit')} required {...field('unitId')} />
      <FactorFields factors={regionFactors} value={values.profile} onChange={(profile) => set('profile', profile)} errorOf={(factor) => (factor === 'characteristics' ? field('profile').error : undefined)} />
      <DecimalField label={t('territory.developmentWeight')} {...field('developmentWeight')} />
      <Checkbox label={t('common.active')} checked={values.active} onChange={(e) => set('active', e.currentTarget.checked)} error={field('active').error} />
    </FormDrawer>
  );
}
