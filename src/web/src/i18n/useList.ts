import { useMemo } from 'react';
import { useLanguage } from './useLanguage';

/** Writes several things as people enumerate them. */
export function useList(): Intl.ListFormat {
  const language = useLanguage();
  return useMemo(() => new Intl.ListFormat(language, { type: 'conjunction' }), [language]);
}
