import { Button, Group, Select, SimpleGrid, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import type { Entry, EntryField } from './entries';
import { corrections } from './meetings';
import styles from './Meetings.module.css';

interface ResolutionFieldsetProps {
  entry: Entry;
  number: number;
  errorOf: (field: EntryField) => string | undefined;
  minDue: string | null;
  onChange: (changes: Partial<Entry>, field: EntryField) => void;
  onRemove: () => void;
}

/** One resolution of those being written down. */
export function ResolutionFieldset({ entry, number, errorOf, minDue, onChange, onRemove }: ResolutionFieldsetProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  return (
    <fieldset className={styles.entry}>
      <legend className="visually-hidden">{t('meetings.nth', { n: number })}</legend>
      <Textarea
        label={t('meetings.text')}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={entry.text}
        error={errorOf('text') ?? errorOf('deviationId')}
        onChange={(event) => onChange({ text: event.currentTarget.value }, 'text')}
      />
      <PersonPicker label={t('meetings.responsible')} required value={entry.responsible} error={errorOf('responsibleId')} onChange={(responsible) => onChange({ responsible }, 'responsibleId')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DayLanguage>
          <DateInput
            {...dayProps}
            label={t('meetings.due')}
            required
            size="sm"
            valueFormat="YYYY-MM-DD"
            minDate={minDue ?? undefined}
            value={entry.due}
            error={errorOf('due')}
            onChange={(due) => onChange({ due }, 'due')}
          />
        </DayLanguage>
        <Select
          label={t('meetings.correction')}
          placeholder={t('meetings.noCorrection')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={corrections.map((one) => ({ value: one, label: t(`enums.CorrectionKind.${one}`) }))}
          value={entry.correction}
          error={errorOf('correction')}
          onChange={(correction) => onChange({ correction }, 'correction')}
        />
      </SimpleGrid>
      <Group justify="flex-end">
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<Icon name="close" size={14} />} onClick={onRemove}>
          {t('meetings.removeResolution')}
        </Button>
      </Group>
    </fieldset>
  );
}
