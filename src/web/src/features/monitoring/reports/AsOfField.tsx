import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import type { CycleChoice } from '../../planning/cycles/useCycles';

interface AsOfFieldProps {
  cycle: CycleChoice;
  value: string | null;
  onChange: (day: string | null) => void;
}

/** The day as of which a report is told; without it, now. */
export function AsOfField({ cycle, value, onChange }: AsOfFieldProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  return (
    <DayLanguage>
      <DateInput
        {...dayProps}
        size="xs"
        miw={130}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        valueFormat="YYYY-MM-DD"
        label={t('reports.asOf')}
        placeholder={t('reports.now')}
        minDate={cycle.start}
        value={value}
        onChange={onChange}
      />
    </DayLanguage>
  );
}
