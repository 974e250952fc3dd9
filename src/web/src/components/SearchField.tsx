import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

interface SearchFieldProps {
  label: string;
  text: string;
  onChange: (text: string) => void;
}

/** Narrows a list by words, once typing pauses. */
export function SearchField({ label, text, onChange }: SearchFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const [{ seen, sent }, setTold] = useState<{ seen: string; sent: readonly string[] }>({ seen: text, sent: [] });
  // A text that was not sent from here, such as by Back, is taken over.
  if (text !== seen) {
    const at = sent.indexOf(text);
    setTold({ seen: text, sent: at < 0 ? [] : sent.slice(at + 1) });
    if (at < 0) setTyped(text);
  }
  const send = (next: string) => {
    setTold((before) => ({ ...before, sent: [...before.sent, next] }));
    onChange(next);
  };
  const settle = useDebouncedCallback(send, 250);
  return (
    <TextInput
      size="xs"
      style={{ flex: '1 1 140px', maxWidth: 280 }}
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        settle(event.currentTarget.value);
      }}
      rightSection={
        typed !== '' && (
          <CloseButton
            size="xs"
            aria-label={t('common.clear')}
            onClick={() => {
              setTyped('');
              settle.cancel();
              send('');
            }}
          />
        )
      }
    />
  );
}
