import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
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
  const settle = useDebouncedCallback(onChange, 250);
  // Back and Forward bring the words of where they lead to.
  const { key } = useLocation();
  const isBack = useNavigationType() === NavigationType.Pop;
  const [place, setPlace] = useState(key);
  if (place !== key) {
    setPlace(key);
    if (isBack) setTyped(text);
  }
  useEffect(() => {
    if (isBack) settle.cancel();
  }, [key, isBack, settle]);
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
              onChange('');
            }}
          />
        )
      }
    />
  );
}
