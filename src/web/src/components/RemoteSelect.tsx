import { Loader, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface Choice {
  id: string;
  label: string;
}

interface RemoteSelectProps {
  label?: string;
  'aria-label'?: string;
  size?: 'xs' | 'sm';
  placeholder?: string;
  description?: string;
  required?: boolean;
  disabled?: boolean;
  clearable?: boolean;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  error?: string;
  options: readonly Choice[];
  isLoading: boolean;
  onSearch: (text: string) => void;
}

/** Chooses one of many records, which the server finds by what is typed. */
export function RemoteSelect({ value, onChange, options, isLoading, onSearch, clearable = true, ...rest }: RemoteSelectProps) {
  const { t } = useTranslation();
  const data = value && !options.some((option) => option.id === value.id) ? [value, ...options] : options;
  return (
    <Select
      {...rest}
      searchable
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      data={data.map((option) => ({ value: option.id, label: option.label }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(data.find((option) => option.id === id) ?? null)}
      onSearchChange={(text) => onSearch(text === value?.label ? '' : text.trim())}
      filter={({ options: all }) => all}
      nothingFoundMessage={isLoading ? t('common.loading') : t('common.nothingFound')}
      rightSection={isLoading ? <Loader size={14} /> : undefined}
      
    />
  );
}
