import { Checkbox, Fieldset, Group, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { useForm } from '../../../api/useForm';
import { DecimalField } from '../../../components/DecimalField';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { CustomerPicker, PositionPicker, RegionPicker, ResponsibilityPicker } from '../../organization/pickers/places';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { MeasurePicker, StrategyPicker, useMeasures } from '../pickers';
import { CalibrationWhileTyping } from '../calibration/CalibrationWhileTyping';
import { writableLevels } from './mayWrite';
import type { ObjectiveValues } from './objectiveValues';

interface ObjectiveFieldsetProps {
  cycleId: string;
  form: ReturnType<typeof useForm<ObjectiveValues>>;
  isNew: boolean;
}

export function ObjectiveFieldset({ cycleId, form, isNew }: ObjectiveFieldsetProps) {
  const { t } = useTranslation();
  const levels = writableLevels(useWorkspace());
  const { field, values, set } = form;
  const measure = useMeasures().find((one) => one.id === values.measureId);
  const title = field('title');
  const description = field('description');
  const contribution = field('contribution');
  return (
    <>
      {isNew && (
        <Select
          label={t('objective.level')}
          required
          allowDeselect={false}
          data={levels.map((level) => ({ value: level, label: t(`enums.ObjectiveLevel.${level}`) }))}
          value={values.level}
          onChange={(level) => set('level', levels.find((one) => one === level) ?? values.level)}
          error={field('level').error}
        />
      )}
      <TextInput label={t('objective.title')} required maxLength={200} data-autofocus value={title.value} onChange={(e) => title.onChange(e.currentTarget.value)} error={title.error} />
      <MeasurePicker label={t('objective.measure')} required {...field('measureId')} />
      <SimpleGrid cols={2} spacing="sm">
        <DecimalField label={t('objective.target')} required unit={measure?.unitOfMeasure} {...field('target')} />
        <DecimalField label={t('objective.baseline')} unit={measure?.unitOfMeasure} {...field('baseline')} />
        {(measure?.direction === 'KEEP_WITHIN' || values.lowerBound !== null) && <DecimalField label={t('objective.lowerBound')} unit={measure?.unitOfMeasure} {...field('lowerBound')} />}
        <DecimalField label={t('objective.rollUpWeight')} {...field('rollUpWeight')} />
      </SimpleGrid>
      {measure && measure.direction !== 'MILESTONE' && <CalibrationWhileTyping cycleId={cycleId} values={values} measure={measure} />}
      <PersonPicker label={t('objective.owner')} required {...field('ownerId')} />
      <UnitPicker
        label={t('objective.unit')}
        required
        {...field('unitId')}
        onChange={(id) => {
          set('unitId', id);
          set('positionId', null);
          set('responsibilityId', null);
        }}
      />
      <Textarea label={t('objective.description')} autosize minRows={2} maxRows={8} value={description.value} onChange={(e) => description.onChange(e.currentTarget.value)} error={description.error} />
      <Textarea
        label={t('objective.contribution')}
        description={t('objective.contributionHint')}
        autosize
        minRows={1}
        maxRows={5}
        value={contribution.value}
        onChange={(e) => contribution.onChange(e.currentTarget.value)}
        error={contribution.error}
      />
      <Group>
        <Checkbox label={t('objective.important')} checked={values.important} onChange={(e) => set('important', e.currentTarget.checked)} error={field('important').error} />
      </Group>
      <Fieldset legend={t('objective.belongsTo')} variant="default" p="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <RegionPicker label={t('objective.region')} clearable {...field('regionId')} />
          <CustomerPicker label={t('objective.customer')} regionId={values.regionId} {...field('customerId')} />
          <PositionPicker label={t('objective.position')} clearable unitId={values.unitId} {...field('positionId')} />
          <ResponsibilityPicker label={t('objective.responsibility')} clearable unitId={values.unitId} positionId={values.positionId} {...field('responsibilityId')} />
        </SimpleGrid>
        <div style={{ marginTop: 12 }}>
          <StrategyPicker label={t('objective.strategyElement')} clearable {...field('strategyElementId')} />
        </div>
      </Fieldset>
    </>
  );
}
