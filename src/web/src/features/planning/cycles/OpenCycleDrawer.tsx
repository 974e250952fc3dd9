import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { OpenCycle, type CycleData } from './cycle';

interface OpenCycleDrawerProps {
  cycles: readonly CycleData[];
  onDone: () => void;
  onClose: () => void;
}

export function OpenCycleDrawer({ cycles, onDone, onClose }: OpenCycleDrawerProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const year = Math.max(new Date().getFullYear() - 1, ...cycles.map((cycle) => cycle.year)) + 1;
  const form = useForm<{ name: string; year: number | null; start: string | null; end: string | null; copyPolicyFromId: string | null }>({
    name: t('cycles.nameOf', { year }),
    year,
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    copyPolicyFromId: cycles.at(0)?.id ?? null,
  });
  const open = useFormCommand(OpenCycle, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['name', 'year', 'start', 'end']);
    if (missing.length > 0) {
      open.demand(missing);
      return;
    }
    const done = await open.submit({ name: values.name, year: values.year ?? 0, start: values.start ?? '', end: values.end ?? '', copyPolicyFromId: values.copyPolicyFromId });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('cycles.open')} submitLabel={t('cycles.open')} form={form} command={open} onSubmit={() => void submit()} onClose={onClose}>
      <TextInput label={t('cycles.name')} required data-autofocus value={values.name} onChange={(e) => set('name', e.currentTarget.value)} error={field('name').error} />
      <NumberInput
        label={t('cycles.year')}
        required
        size="sm"
        allowDecimal={false}
        thousandSeparator=""
        value={values.year ?? ''}
        onChange={(value) => set('year', typeof value === 'number' ? value : null)}
        error={field('year').error}
      />
      <DayLanguage>
        <SimpleGrid cols={2} spacing="sm">
          <DateInput {...dayProps} label={t('cycles.start')} required size="sm" valueFormat="YYYY-MM-DD" {...field('start')} />
          <DateInput {...dayProps} label={t('cycles.end')} required size="sm" valueFormat="YYYY-MM-DD" {...field('end')} />
        </SimpleGrid>
      </DayLanguage>
      <Select
        label={t('cycles.copyPolicyFrom')}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        placeholder={t('cycles.defaults')}
        data={cycles.map((cycle) => ({ value: cycle.id, label: cycle.name }))}
        {...field('copyPolicyFromId')}
      />
    </FormDrawer>
  );
}
