import { Group, MultiSelect, SegmentedControl, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RegionPicker } from '../../organization/pickers/places';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { MeasurePicker } from '../../planning/pickers';
import { levels } from '../../planning/tree/filter';
import { AsOfField } from './AsOfField';
import { DimensionList } from './DimensionList';
import { ExportButtons } from './ExportButtons';
import { granularities, healths } from './reports';
import type { ReportProps } from './ReportsPage';

/** What the report is grouped by and made of. */
export function AttainmentTools({ cycle, settings, onChange }: ReportProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" mb="md" role="group" aria-label={t('reports.tools')}>
      <Group gap="sm" align="flex-end">
        <DimensionList by={settings.by} onChange={(by) => onChange({ by })} />
        {settings.by.includes('PERIOD') && (
          <SegmentedControl
            size="xs"
            aria-label={t('reports.granularity')}
            data={granularities.map((value) => ({ value, label: t(`reports.granularities.${value}`) }))}
            value={settings.granularity}
            onChange={(value) => onChange({ granularity: value })}
          />
        )}
        <Group ms="auto">
          <ExportButtons settings={settings} cycleId={cycle.id} />
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="xs" verticalSpacing="xs">
        <UnitPicker size="xs" label={t('reports.dimensions.UNIT')} placeholder={t('dashboard.company')} clearable value={settings.unitId} onChange={(unitId) => onChange({ unitId, unitOnly: false })} />
        <RegionPicker size="xs" label={t('reports.dimensions.REGION')} placeholder={t('reports.any')} clearable value={settings.regionId} onChange={(regionId) => onChange({ regionId })} />
        <MeasurePicker size="xs" label={t('reports.dimensions.MEASURE')} placeholder={t('reports.any')} clearable value={settings.measureId} onChange={(measureId) => onChange({ measureId })} />
        <MultiSelect
          size="xs"
          label={t('reports.dimensions.LEVEL')}
          placeholder={settings.levels.length === 0 ? t('reports.any') : undefined}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={levels.map((value) => ({ value, label: t(`enums.ObjectiveLevel.${value}`) }))}
          value={settings.levels}
          onChange={(chosen) => onChange({ levels: chosen })}
        />
        <MultiSelect
          size="xs"
          label={t('reports.health')}
          placeholder={settings.healths.length === 0 ? t('reports.any') : undefined}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={healths.map((value) => ({ value, label: t(`enums.Health.${value}`) }))}
          value={settings.healths}
          onChange={(chosen) => onChange({ healths: chosen })}
        />
        <AsOfField cycle={cycle} value={settings.asOf} onChange={(asOf) => onChange({ asOf })} />
      </SimpleGrid>
      {settings.unitId && <Switch size="xs" label={t('reports.withSubunits')} checked={!settings.unitOnly} onChange={(event) => onChange({ unitOnly: !event.currentTarget.checked })} />}
    </Stack>
  );
}
