import { Alert, Button, Group, SimpleGrid, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { Icon } from '../../../components/Icon';
import { useUnsaved } from '../../../components/useUnsaved';
import { SaveOrganization, type Company } from './settings';

interface CompanyFormProps {
  company: Company;
  readOnly: boolean;
  onDone: () => void;
}

export function CompanyForm({ company, readOnly, onDone }: CompanyFormProps) {
  const { t } = useTranslation();
  const form = useForm({ name: company.name, timeZone: company.timeZone, currency: company.currency });
  const save = useFormCommand(SaveOrganization, form);
  useUnsaved(form.isDirty);
  const text = (name: 'name' | 'timeZone' | 'currency') => ({ value: form.values[name], error: form.field(name).error, readOnly, required: !readOnly });

  async function submit() {
    const wrongCode = !/^[A-Z]{3}$/.test(form.values.currency);
    if (wrongCode) {
      save.demand(['currency'], t('settings.currencyHint'));
      return;
    }
    if (!(await save.submit(form.values))) return;
    notifications.show({ message: t('common.saved') });
    onDone();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" p="md">
        <TextInput label={t('settings.name')} {...text('name')} maxLength={200} onChange={(e) => form.set('name', e.currentTarget.value)} />
        <TextInput label={t('settings.timeZone')} description={t('settings.timeZoneHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} {...text('timeZone')} onChange={(e) => form.set('timeZone', e.currentTarget.value)} />
        <TextInput label={t('settings.currency')} description={t('settings.currencyHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} {...text('currency')} maxLength={3} onChange={(e) => form.set('currency', e.currentTarget.value.toUpperCase())} />
      </SimpleGrid>
      {form.general.length > 0 && (
        <Alert color="red" variant="outline" mx="md" mb="md" icon={<Icon name="warning" />} role="alert">
          {form.general.map((message) => (
            <Text size="sm" key={message}>
              {message}
            </Text>
          ))}
        </Alert>
      )}
      {!readOnly && (
        <Group px="md" pb="md">
          <Button type="submit" loading={save.busy} disabled={!form.isDirty}>
            {t('common.save')}
          </Button>
        </Group>
      )}
    </form>
  );
}
