import { Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import type { Choice } from '../../../components/RemoteSelect';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { RequestSupport } from './support';

interface RequestDrawerProps {
  objectiveId: string;
  onDone: () => void;
  onClose: () => void;
}

export function RequestDrawer({ objectiveId, onDone, onClose }: RequestDrawerProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const form = useForm<{ what: string; fromUnitId: string | null; fromPersonId: Choice | null; neededBy: string | null }>({ what: '', fromUnitId: null, fromPersonId: null, neededBy: null });
  const ask = useFormCommand(RequestSupport, form);
  const { values, field, set } = form;
  const what = field('what');

  async function submit() {
    const missing = missingOf(values, ['what', 'neededBy']);
    if (missing.length > 0) {
      ask.demand(missing);
      return;
    }
    const done = await ask.submit({ objectiveId, what: values.what, fromUnitId: values.fromUnitId, fromPersonId: values.fromPersonId?.id ?? null, neededBy: values.neededBy ?? '' });
    if (!done) return;
    notifications.show({ message: t('support.asked') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('support.ask')} submitLabel={t('support.ask')} form={form} command={ask} onSubmit={() => void submit()} onClose={onClose}>
      <Textarea label={t('support.what')} required autosize minRows={2} maxRows={8} data-autofocus value={what.value} onChange={(event) => what.onChange(event.currentTarget.value)} error={what.error} />
      <UnitPicker
        label={t('support.fromUnit')}
        description={t('support.fromHint')}
        clearable
        value={values.fromUnitId}
        onChange={(id) => {
          set('fromUnitId', id);
          if (id) set('fromPersonId', null);
        }}
        error={field('fromUnitId').error}
      />
      <PersonPicker
        label={t('support.fromPerson')}
        value={values.fromPersonId}
        onChange={(person) => {
          set('fromPersonId', person);
          if (person) set('fromUnitId', null);
        }}
        error={field('fromPersonId').error}
      />
      <DayLanguage>
        <DateInput {...dayProps} label={t('support.neededBy')} required size="sm" valueFormat="YYYY-MM-DD" {...field('neededBy')} />
      </DayLanguage>
    </FormDrawer>
  );
}
