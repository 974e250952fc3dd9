import { useEffect, useState } from 'react';
import { useLanguage } from '../../../i18n/useLanguage';
import type { ImportField } from './columns';
import { csvHeader } from './header';
import type { ImportKind } from './importRecords';

/** The fields of a kind, by the headings of its template in English and in the caller's language. */
export function useImportFields(kind: ImportKind): readonly ImportField[] {
  const language = useLanguage();
  const [fields, setFields] = useState<{ key: string; fields: ImportField[] }>();
  const key = `${kind} ${language}`;

  useEffect(() => {
    const abort = new AbortController();
    const headings = async (inLanguage: string) => {
      const response = await fetch(`/exports/template/${kind.toLowerCase()}.csv`, { headers: { 'Accept-Language': inLanguage }, credentials: 'same-origin', signal: abort.signal });
      return response.ok ? (csvHeader(await response.text()) ?? []) : [];
    };
    Promise.all([headings('en'), headings(language)])
      .then(([names, own]) => setFields({ key, fields: names.map((name, index) => ({ name, heading: own[index] ?? name })) }))
      .catch(() => undefined);
    return () => abort.abort();
  }, [key, kind, language]);

  return fields?.key === key ? fields.fields : [];
}
