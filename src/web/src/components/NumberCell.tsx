import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DecimalText } from '../api/graphql';
import { useDecimalInput } from './useDecimalInput';

interface NumberCellProps {
  /** By which its table tells it from the others. */
  cell: string;
  label: string;
  decimals: number;
  value: DecimalText | null;
  onChange: (value: DecimalText | null) => void;
  invalid?: boolean;
  disabled?: boolean;
}

/** One of many number fields in a table. */
export function NumberCell({ cell, label, decimals, value, onChange, invalid = false, disabled }: NumberCellProps) {
  const { t } = useTranslation();
  const { unreadable, input } = useDecimalInput(value, onChange, decimals);
  return (
    <TextInput
      {...input}
      data-cell={cell}
      aria-label={label}
      size="xs"
      disabled={disabled}
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
      error={unreadable ? t('common.notANumber') : invalid}
    />
  );
}
