import { NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { DecimalText, StrategyKind } from '../../../api/graphql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { useWorkspace } from '../../organization/workspace/workspace';
import { MeasurePicker, StrategyPicker } from '../pickers';
import { SaveStrategyElement, strategyKinds, type StrategyElementData } from './strategy';

interface Values {
  kind: StrategyKind;
  title: string;
  description: string;
  from: number | null;
  until: number | null;
  measureId: string | null;
  target: DecimalText | null;
  parentId: string | null;
}

interface StrategyDrawerProps {
  /** Null for a new one. */
  element: StrategyElementData | null;
  parent: StrategyElementData | null;
  onDone: () => void;
  onClose: () => void;
}

export function StrategyDrawer({ element, parent, onDone, onClose }: StrategyDrawerProps) {
  const { t } = useTranslation();
  const { today } = useWorkspace();
  const year = Number(today.slice(0, 4));
  const below = parent ? strategyKinds[strategyKinds.indexOf(parent.kind) + 1] : undefined;
  const form = useForm<Values>(
    element
      ? {
          kind: element.kind, title: element.title, description: element.description, from: element.from, until: element.until, measureId: element.measure?.id ?? null, target: element.target,
          parentId: element.parent?.id ?? null,
        }
      : { kind: below ?? (parent ? 'ANNUAL_PLAN' : 'VISION'), title: '', description: '', from: parent?.from ?? year, until: parent?.until ?? year + 4, measureId: null, target: null, parentId: parent?.id ?? null },
  );
  const save = useFormCommand(SaveStrategyElement, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['title', 'from', 'until']);
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const done = await save.submit({ ...values, id: element?.id, expectedVersion: element?.version, from: values.from ?? 0, until: values.until ?? 0 });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  const years = (name: 'from' | 'until') => (
    <NumberInput
      size="sm"
      label={t(`strategy.${name}`)}
      required
      allowDecimal={false}
      thousandSeparator=""
      value={values[name] ?? ''}
      onChange={(value) => set(name, typeof value === 'number' ? value : null)}
      error={field(name).error}
    />
  );
  return (
    <FormDrawer
      title={t(element ? 'strategy.edit' : 'strategy.add')}
      subject={element?.title ?? parent?.title}
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
      <Select
        label={t('strategy.kind')}
        allowDeselect={false}
        data={strategyKinds.map((kind) => ({ value: kind, label: t(`enums.StrategyKind.${kind}`) }))}
        value={values.kind}
        onChange={(value) => set('kind', strategyKinds.find((kind) => kind === value) ?? values.kind)}
        error={field('kind').error}
      />
      <TextInput label={t('strategy.name')} required data-autofocus value={values.title} onChange={(e) => set('title', e.currentTarget.value)} error={field('title').error} />
      <Textarea label={t('strategy.description')} autosize minRows={2} maxRows={8} value={values.description} onChange={(e) => set('description', e.currentTarget.value)} error={field('description').error} />
      <SimpleGrid cols={2} spacing="sm">
        {years('from')}
        {years('until')}
      </SimpleGrid>
      <StrategyPicker label={t('strategy.parent')} clearable without={element ? new Set([element.id]) : undefined} {...field('parentId')} />
      <MeasurePicker label={t('strategy.measure')} clearable {...field('measureId')} />
      <DecimalField label={t('strategy.target')} {...field('target')} />
    </FormDrawer>
  );
}
