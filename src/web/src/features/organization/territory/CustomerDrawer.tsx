import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import type { Choice } from '../../../components/RemoteSelect';
import { PersonPicker } from '../pickers/PersonPicker';
import { RegionPicker } from '../pickers/places';
import { customerFactors, SaveCustomer, type CustomerData } from './customer';
import { FactorFields } from './FactorFields';

interface Values {
  code: string;
  name: string;
  regionId: string | null;
  accountOwnerId: Choice | null;
  profile: CustomerData['profile'];
  active: boolean;
}

interface CustomerDrawerProps {
  /** Null for a new one. */
  customer: CustomerData | null;
  regionId: string | null;
  onDone: () => void;
  onClose: () => void;
}

export function CustomerDrawer({ customer, regionId, onDone, onClose }: CustomerDrawerProps) {
  const { t } = useTranslation();
  const owner = customer?.accountOwner;
  const form = useForm<Values>({
    code: customer?.code ?? '',
    name: customer?.name ?? '',
    regionId: customer?.region.id ?? regionId,
    accountOwnerId: owner ? { id: owner.id, label: `${owner.name} (${owner.employeeNumber})` } : null,
    profile: customer?.profile ?? { strength: 50, finances: 50, credit: 50 },
    active: customer?.active ?? true,
  });
  const save = useFormCommand(SaveCustomer, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['code', 'name', 'regionId']);
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const { strength, finances, credit } = values.profile;
    const done = await save.submit({
      id: customer?.id,
      expectedVersion: customer?.version,
      code: values.code,
      name: values.name,
      regionId: values.regionId ?? '',
      accountOwnerId: values.accountOwnerId?.id ?? null,
      profile: { strength, finances, credit },
      active: values.active,
    });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t(customer ? 'territory.editCustomer' : 'territory.addCustomer')}
      subject={customer?.name}
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
      <RegionPicker label={t('territory.region')} required {...field('regionId')} />
      <PersonPicker label={t('territory.accountOwner')} {...field('accountOwnerId')} />
      <FactorFields factors={customerFactors} value={values.profile} onChange={(profile) => set('profile', profile)} errorOf={(factor) => (factor === 'strength' ? field('profile').error : undefined)} />
      <Checkbox label={t('common.active')} checked={values.active} onChange={(e) => set('active', e.currentTarget.checked)} error={field('active').error} />
    </FormDrawer>
  );
}
