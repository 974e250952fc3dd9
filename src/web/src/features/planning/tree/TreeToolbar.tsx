import { ActionIcon, Button, Group, Popover, SegmentedControl, Select, VisuallyHidden } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { SearchField } from '../../../components/SearchField';
import { useEscape } from '../../../components/useEscape';
import { usePhone } from '../../../components/usePhone';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { addDays } from '../../../format/dates';
import { useWorkspace } from '../../organization/workspace/workspace';
import type { CycleChoice } from '../cycles/useCycles';
import { countOf } from './filter';
import { TreeFilters } from './TreeFilters';
import type { useTreePlace } from './treePlace';

interface TreeToolbarProps {
  cycle: CycleChoice;
  cycles: readonly CycleChoice[];
  place: ReturnType<typeof useTreePlace>;
  day: string | null;
  isWhole: boolean;
  isReading: boolean;
  onReadWhole: () => void;
  onCollapseAll: () => void;
  onDraftRoot?: () => void;
}

export function TreeToolbar({ cycle, cycles, place, day, isReading, onReadWhole, onCollapseAll, onDraftRoot }: TreeToolbarProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const { today } = useWorkspace();
  const dayProps = useDayProps();
  const count = countOf(place.filter);
  const [isFiltering, setFiltering] = useState(false);
  useEscape(isFiltering, () => setFiltering(false));
  return (
    <Group gap={phone ? 6 : 'xs'} p="xs" style={{ borderBottom: '1px solid var(--line)' }} role="toolbar" aria-label={t('tree.tools')}>
      <Select
        size="xs"
        w={phone ? 150 : 190}
        aria-label={t('tree.cycle')}
        allowDeselect={false}
        data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
        value={cycle.id}
        onChange={place.setCycle}
      />
      <SearchField label={t('tree.search')} text={place.filter.text} onChange={(text) => place.setFilter({ text })} />
      <Popover opened={isFiltering} onChange={setFiltering} position="bottom-start" trapFocus shadow="md" width={320}>
        <Popover.Target>
          <Button onClick={() => setFiltering((is) => !is)} variant={count > 0 ? 'light' : 'default'} leftSection={<Icon name="filter" />} px={phone ? 8 : undefined} styles={phone ? { section: { marginInlineEnd: 0 } } : undefined}>
            {phone ? <VisuallyHidden>{t('tree.filters')}</VisuallyHidden> : t('tree.filters')}
            {count > 0 && <span className="number">&nbsp;{count}</span>}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('tree.filters')}>
          <TreeFilters filter={place.filter} onChange={place.setFilter} />
        </Popover.Dropdown>
      </Popover>
      <DayLanguage>
        <DatePickerInput
          {...dayProps}
          size="xs"
          w={phone ? 118 : 150}
          aria-label={`${t('tree.day')}: ${day ?? t('tree.today')}`}
          placeholder={t('tree.today')}
          leftSection={<Icon name="calendar" />}
          leftSectionPointerEvents="none"
          clearable
          clearButtonProps={{ 'aria-label': t('tree.backToToday') }}
          maxDate={addDays(today, -1)}
          defaultDate={day ?? today}
          value={day}
          onChange={place.setDay}
          valueFormat="YYYY-MM-DD"
        />
      </DayLanguage>
      <SegmentedControl
        size="xs"
        aria-label={t('tree.view')}
        data={[
          { value: 'rows', label: <ViewLabel icon="list" text={t('tree.rows')} /> },
          { value: 'graph', label: <ViewLabel icon="graph" text={t('tree.graph')} /> },
        ]}
        value={place.view}
        onChange={(view) => place.setView(view === 'graph' ? 'graph' : 'rows')}
      />
      <Group gap={4} ml="auto" wrap="nowrap">
        <ToolButton label={t('tree.openWhole')} icon="expand" loading={isReading} onClick={onReadWhole} iconOnly={phone} />
        {!phone && (
          <ActionIcon variant="default" size={30} aria-label={t('tree.collapseAll')} title={t('tree.collapseAll')} onClick={onCollapseAll}>
            <Icon name="tree" />
          </ActionIcon>
        )}
        {onDraftRoot && <ToolButton label={t('tree.draft')} icon="plus" onClick={onDraftRoot} iconOnly={phone} />}
      </Group>
    </Group>
  );
}

function ViewLabel({ icon, text }: { icon: 'list' | 'graph'; text: string }) {
  return (
    <span style={{ display: 'flex', alignItems: 'center', height: 18 }} title={text}>
      <Icon name={icon} />
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}

interface ToolButtonProps {
  label: string;
  icon: 'expand' | 'plus';
  loading?: boolean;
  iconOnly: boolean;
  onClick: () => void;
}

function ToolButton({ label, icon, loading, iconOnly, onClick }: ToolButtonProps) {
  return iconOnly ? (
    <ActionIcon variant="default" size={30} aria-label={label} loading={loading} onClick={onClick}>
      <Icon name={icon} />
    </ActionIcon>
  ) : (
    <Button variant="default" leftSection={<Icon name={icon} />} loading={loading} onClick={onClick}>
      {label}
    </Button>
  );
}
