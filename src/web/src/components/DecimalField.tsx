import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../api/useForm';
import { useDecimalInput } from './useDecimalInput';

interface DecimalFieldProps extends FieldProps<string | null> {
  label: string;
  description?: string;
  unit?: string;
  required?: boolean;
  disabled?: boolean;
}

/** Only the number itself stands in one line. */
const words = { label: { whiteSpace: 'normal' }, description: { whiteSpace: 'normal' }, error: { whiteSpace: 'normal' } } as const;

/** Takes an exact decimal; what is no number says so. */
export function DecimalField({ label, description, unit, required, disabled, value, onChange, error }: DecimalFieldProps) {
  const { t } = useTranslation();
  const { unreadable, input } = useDecimalInput(value, onChange);
  return (
    <TextInput
      {...input}
      label={label}
      description={description}
      required={required}
      disabled={disabled}
      data-unreadable={unreadable || undefined}
      className="number"
      styles={words}
      rightSection={unit}
      rightSectionWidth={unit ? 24 + unit.length * 9 : undefined}
      rightSectionPointerEvents="none"
      error={unreadable ? t('common.notANumber') : error}
    />
  );
}
