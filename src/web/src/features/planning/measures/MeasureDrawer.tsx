import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../api/graphql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { UserErrorFields } from '../../../api/userErrors';
import { FormDrawer } from '../../../components/FormDrawer';
import type { MeasureRowData } from './MeasuresPage';

const SaveMeasure = graphql(
  `
    mutation SaveMeasure($input: SaveMeasureInput!) {
      saveMeasure(input: $input) {
        measure {
          id
          name
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

const directions = ['INCREASE', 'DECREASE', 'KEEP_WITHIN', 'MILESTONE'] as const;
const aggregations = ['SUM', 'AVERAGE', 'WEIGHTED_AVERAGE', 'RATIO', 'LAST', 'MIN', 'MAX', 'NONE'] as const;

type Values = Omit<MeasureRowData, 'id'>;

interface MeasureDrawerProps {
  /** Null for a new one. */
  measure: MeasureRowData | null;
  onDone: () => void;
  onClose: () => void;
}

export function MeasureDrawer({ measure, onDone, onClose }: MeasureDrawerProps) {
  const { t } = useTranslation();
  const form = useForm<Values>(measure ? without(measure) : { code: '', name: '', unitOfMeasure: '', direction: 'INCREASE', aggregation: 'SUM', decimals: 0 });
  const save = useFormCommand(SaveMeasure, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['code', 'name', 'unitOfMeasure']);
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const done = await save.submit({ id: measure?.id, ...values });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t(measure ? 'measures.edit' : 'measures.add')} subject={measure?.name} submitLabel={t('common.save')} form={form} command={save} onSubmit={() => void submit()} onClose={onClose}>
      <TextInput label={t('measures.name')} required data-autofocus value={values.name} onChange={(e) => set('name', e.currentTarget.value)} error={field('name').error} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('measures.code')} required value={values.code} onChange={(e) => set('code', e.currentTarget.value)} error={field('code').error} />
        <TextInput label={t('measures.unitOfMeasure')} required value={values.unitOfMeasure} onChange={(e) => set('unitOfMeasure', e.currentTarget.value)} error={field('unitOfMeasure').error} />
      </SimpleGrid>
      <Select
        label={t('measures.direction')}
        allowDeselect={false}
        data={directions.map((direction) => ({ value: direction, label: t(`enums.MeasureDirection.${direction}`) }))}
        value={values.direction}
        onChange={(value) => set('direction', directions.find((one) => one === value) ?? values.direction)}
        error={field('direction').error}
      />
      <Select
        label={t('measures.aggregation')}
        description={t('measures.aggregationHint')}
        allowDeselect={false}
        data={aggregations.map((aggregation) => ({ value: aggregation, label: t(`enums.Aggregation.${aggregation}`) }))}
        value={values.aggregation}
        onChange={(value) => set('aggregation', aggregations.find((one) => one === value) ?? values.aggregation)}
        error={field('aggregation').error}
      />
      <NumberInput
        label={t('measures.decimals')}
        size="sm"
        min={0}
        max={6}
        allowDecimal={false}
        value={values.decimals}
        onChange={(value) => set('decimals', typeof value === 'number' ? value : 0)}
        error={field('decimals').error}
      />
    </FormDrawer>
  );
}

const without = ({ code, name, unitOfMeasure, direction, aggregation, decimals }: MeasureRowData): Values => ({ code, name, unitOfMeasure, direction, aggregation, decimals });
