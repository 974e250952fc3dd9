import { useEffect, useState } from 'react';
import type { Language } from '../../../api/locale';
import type { ImportField } from './columns';
import { csvHeader } from './header';
import type { ImportKind } from './importRecords';

/** The fields of a kind, by the headings of its templates in both languages. */
export function useImportFields(kind: ImportKind): readonly ImportField[] {
  const [known, setKnown] = useState<{ kind: ImportKind; fields: ImportField[] }>();

  useEffect(() => {
    const abort = new AbortController();
    const headings = async (language: Language) => {
      const response = await fetch(`/exports/template/${kind.toLowerCase()}.csv`, { headers: { 'Accept-Language': language }, credentials: 'same-origin', signal: abort.signal });
      return response.ok ? (csvHeader(await response.text()) ?? []) : [];
    };
    Promise.all([headings('en'), headings('zh-CN')])
      .then(([names, chinese]) => setKnown({ kind, fields: names.map((name, index) => ({ name, chinese: chinese[index] ?? name })) }))
      .catch(() => undefined);
    return () => abort.abort();
  }, [kind]);

  return known?.kind === kind ? known.fields : [];
}
