import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { DecimalText } from '../api/graphql';
import { groupDecimal, readDecimal } from '../format/decimal';

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
  const [typed, setTyped] = useState<string | null>(null);
  const [isEdited, setEdited] = useState(false);
  const unreadable = typed !== null && typed.trim() !== '' && readDecimal(typed) === null;
  return (
    <TextInput
      data-cell={cell}
      aria-label={label}
      size="xs"
      inputMode="decimal"
      autoComplete="off"
      disabled={disabled}
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
      value={typed ?? (value === null ? '' : isEdited ? value : groupDecimal(value, decimals))}
      error={unreadable ? t('common.notANumber') : invalid}
      onFocus={({ currentTarget }) => {
        // Without grouping, which would not hold while digits come and go.
        flushSync(() => setEdited(true));
        currentTarget.select();
      }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(text.trim() === '' ? null : (readDecimal(text) ?? text));
      }}
      onBlur={() => {
        setEdited(false);
        if (!unreadable) setTyped(null);
      }}
    />
  );
}
