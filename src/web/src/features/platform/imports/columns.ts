import type { Language } from '../../../api/locale';

export interface ImportField {
  /** The API's name of the field, which is its heading in English files. */
  name: string;
  /** Its heading in Chinese files. */
  chinese: string;
}

/** Which column of the file fills which field, by the fields' names. */
export type ColumnChoice = Readonly<Record<string, string>>;

/** How headings are compared: without case, spaces, marks and the width of letters. */
export const normalHeading = (heading: string): string => heading.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The columns that bear a field's name in either language; the server matches the same. */
export function detectColumns(fields: readonly ImportField[], header: readonly string[]): ColumnChoice {
  const byName = new Map(header.filter((name) => name !== '').map((name) => [normalHeading(name), name]));
  const used = new Set<string>();
  const choice: Record<string, string> = {};
  for (const { name, chinese } of fields) {
    const column = byName.get(normalHeading(name)) ?? byName.get(normalHeading(chinese));
    if (column === undefined || used.has(column)) continue;
    used.add(column);
    choice[name] = column;
  }
  return choice;
}

/** A field as people call it in a language: employeeNumber is "Employee number". */
export function labelOf({ name, chinese }: ImportField, language: Language): string {
  if (language === 'zh-CN') return chinese;
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A place in a file as people call it: the API's name of a field, which an English file may bear too, is its label. */
export function placeOf(column: string, fields: readonly ImportField[], language: Language): string {
  const field = fields.find((one) => one.name === column);
  return field ? labelOf(field, language) : column;
}

/** What has to be said to the server: the choices that the names alone do not tell. */
export function mappingsOf(chosen: ColumnChoice, detected: ColumnChoice): { column: string; field: string }[] {
  return Object.entries(chosen)
    .filter(([field, column]) => detected[field] !== column)
    .map(([field, column]) => ({ column, field }));
}
