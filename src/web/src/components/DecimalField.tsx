import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../api/useForm';
import { groupDecimal, readDecimal } from '../format/decimal';

interface DecimalFieldProps extends FieldProps<string | null> {
  label: string;
  description?: string;
  unit?: string;
  required?: boolean;
  disabled?: boolean;
}

/** Only the number itself stands in one line. */
const words = { label: { whiteSpace: 'normal' }, description: { whiteSpace: 'normal' }, error: { whiteSpace: 'normal' } } as const;

/** Takes an exact decimal; what is no number stays as typed, and says so. */
export function DecimalField({ label, description, unit, required, disabled, value, onChange, error }: DecimalFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [isEdited, setEdited] = useState(false);
  const unreadable = typed !== null && typed.trim() !== '' && readDecimal(typed) === null;
  return (
    <TextInput
      label={label}
      description={description}
      required={required}
      disabled={disabled}
      inputMode="decimal"
      data-unreadable={unreadable || undefined}
      autoComplete="off"
      className="number"
      styles={words}
      rightSection={unit}
      rightSectionWidth={unit ? 24 + unit.length * 9 : undefined}
      rightSectionPointerEvents="none"
      value={typed ?? (value === null ? '' : isEdited ? value : groupDecimal(value))}
      error={unreadable ? t('common.notANumber') : error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(text.trim() === '' ? null : (readDecimal(text) ?? text));
      }}
      // Without grouping, which would not hold while digits come and go.
      onFocus={() => setEdited(true)}
      onBlur={() => {
        setEdited(false);
        if (!unreadable) setTyped(null);
      }}
    />
  );
}
