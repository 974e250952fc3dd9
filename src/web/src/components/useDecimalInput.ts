import { useLayoutEffect, useState, type ChangeEvent, type FocusEvent } from 'react';
import type { DecimalText } from '../api/graphql';
import { groupDecimal, readDecimal } from '../format/decimal';

/** What an input that takes an exact decimal has; what is no number stays as typed, and is handed on so. */
export function useDecimalInput(value: DecimalText | null, onChange: (value: DecimalText | null) => void, decimals?: number) {
  const [typed, setTyped] = useState<string | null>(null);
  const [edited, setEdited] = useState<HTMLInputElement | null>(null);
  useLayoutEffect(() => edited?.select(), [edited]);
  const unreadable = typed !== null && typed.trim() !== '' && readDecimal(typed) === null;
  return {
    unreadable,
    input: {
      inputMode: 'decimal',
      autoComplete: 'off',
      // While it is edited without grouping, which would not hold while digits come and go.
      value: typed ?? (value === null ? '' : edited ? value : groupDecimal(value, decimals)),
      onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
        const text = currentTarget.value;
        setTyped(text);
        onChange(text.trim() === '' ? null : (readDecimal(text) ?? text));
      },
      onFocus: ({ currentTarget }: FocusEvent<HTMLInputElement>) => setEdited(currentTarget),
      onBlur: () => {
        setEdited(null);
        if (!unreadable) setTyped(null);
      },
    },
  } as const;
}
