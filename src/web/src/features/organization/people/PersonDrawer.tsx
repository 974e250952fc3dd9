import { Checkbox, MultiSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { DecimalText, LocaleName, Role } from '../../../api/graphql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import type { Choice } from '../../../components/RemoteSelect';
import { useLanguage } from '../../../i18n/useLanguage';
import { PersonPicker } from '../pickers/PersonPicker';
import { PositionPicker } from '../pickers/places';
import { UnitPicker } from '../pickers/UnitPicker';
import { PersonQuery, SavePerson, type PersonDetailData } from './savePerson';

const given: readonly Role[] = ['EXECUTIVE', 'HR', 'AUDITOR', 'ADMINISTRATOR'];
const locales: readonly LocaleName[] = ['ZH_CN', 'EN'];

interface Values {
  employeeNumber: string;
  name: string;
  email: string;
  locale: LocaleName;
  unitId: string | null;
  positionId: string | null;
  superiorId: Choice | null;
  relativeStrength: DecimalText | null;
  active: boolean;
  roles: Role[];
}

const valuesOf = (person: PersonDetailData): Values => ({
  employeeNumber: person.employeeNumber,
  name: person.name,
  email: person.email,
  locale: person.locale,
  unitId: person.unit.id,
  positionId: person.position?.id ?? null,
  superiorId: person.superior && { id: person.superior.id, label: `${person.superior.name} (${person.superior.employeeNumber})` },
  relativeStrength: person.relativeStrength,
  active: person.active,
  roles: given.filter((role) => person.roles.includes(role)),
});

interface PersonDrawerProps {
  /** Null for a new one. */
  person: PersonDetailData | null;
  onDone: () => void;
  onClose: () => void;
}

export function PersonDrawer({ person, onDone, onClose }: PersonDrawerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const [base, setBase] = useState(person);
  const form = useForm<Values>(
    base
      ? valuesOf(base)
      : {
          employeeNumber: '', name: '', email: '', locale: language === 'zh-CN' ? 'ZH_CN' : 'EN', unitId: null, positionId: null, superiorId: null, relativeStrength: '1', active: true, roles: [],
        },
  );
  const save = useFormCommand(SavePerson, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['employeeNumber', 'name', 'email', 'unitId']);
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const before = base ? given.filter((role) => base.roles.includes(role)) : [];
    const done = await save.submit({
      id: base?.id,
      expectedVersion: base?.version,
      employeeNumber: values.employeeNumber,
      name: values.name,
      email: values.email,
      locale: values.locale,
      unitId: values.unitId ?? '',
      positionId: values.positionId,
      superiorId: values.superiorId?.id ?? null,
      relativeStrength: values.relativeStrength,
      active: values.active,
      roles: before.join() === values.roles.join() ? undefined : values.roles,
    });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  async function readAgain() {
    const { data } = await client.query(PersonQuery, { id: base?.id ?? '' }, { requestPolicy: 'network-only' });
    if (!data?.person) return;
    setBase(data.person);
    form.reset(valuesOf(data.person));
  }

  const text = (name: 'employeeNumber' | 'name' | 'email') => ({
    label: t(`people.${name}`),
    required: true,
    value: values[name],
    error: field(name).error,
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });

  return (
    <FormDrawer
      title={t(base ? 'people.edit' : 'people.add')}
      subject={base?.name}
      submitLabel={t('common.save')}
      form={form}
      command={save}
      onReload={() => void readAgain()}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="sm">
        <TextInput {...text('name')} data-autofocus />
        <TextInput {...text('employeeNumber')} />
      </SimpleGrid>
      <TextInput {...text('email')} type="email" />
      <UnitPicker
        label={t('people.unit')}
        required
        {...field('unitId')}
        onChange={(id) => {
          set('unitId', id);
          set('positionId', null);
        }}
      />
      <PositionPicker label={t('people.position')} clearable unitId={values.unitId} {...field('positionId')} />
      <PersonPicker label={t('people.superior')} {...field('superiorId')} />
      <SimpleGrid cols={2} spacing="sm">
        <DecimalField label={t('people.relativeStrength')} {...field('relativeStrength')} />
        <Select
          label={t('people.locale')}
          allowDeselect={false}
          data={locales.map((locale) => ({ value: locale, label: t(`enums.Locale.${locale}`) }))}
          value={values.locale}
          onChange={(value) => set('locale', locales.find((locale) => locale === value) ?? values.locale)}
          error={field('locale').error}
        />
      </SimpleGrid>
      <MultiSelect
        label={t('people.roles')}
        description={t('people.rolesHint')}
        data={given.map((role) => ({ value: role, label: t(`enums.Role.${role}`) }))}
        value={values.roles}
        onChange={(chosen) => set('roles', given.filter((role) => chosen.includes(role)))}
        error={field('roles').error}
      />
      <Checkbox label={t('common.active')} checked={values.active} onChange={(event) => set('active', event.currentTarget.checked)} error={field('active').error} />
    </FormDrawer>
  );
}
