export interface Mentioned {
  id: string;
  name: string;
  employeeNumber: string;
}

export type TextPart = { text: string; personId?: undefined } | { text: string; personId: string };

/** A text cut where people are mentioned, as @name or @employee number. */
export function partsOf(text: string, mentioned: readonly Mentioned[]): TextPart[] {
  const words = mentioned.flatMap((person) => [person.name, person.employeeNumber].map((word) => ({ word: `@${word}`, id: person.id }))).sort((a, b) => b.word.length - a.word.length);
  const parts: TextPart[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const found = text[at] === '@' ? words.find(({ word }) => text.startsWith(word, at)) : undefined;
    if (!found) {
      plain += text[at] ?? '';
      at++;
      continue;
    }
    if (plain !== '') parts.push({ text: plain });
    plain = '';
    parts.push({ text: found.word, personId: found.id });
    at += found.word.length;
  }
  if (plain !== '') parts.push({ text: plain });
  return parts;
}

/** The name being typed after an @ that ends at the caret; null when there is none. */
export function mentionAt(text: string, caret: number): { start: number; typed: string } | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0) return null;
  const typed = before.slice(start + 1);
  return typed.length > 20 || /[\s@,,。.;;::!!??]/.test(typed) ? null : { start, typed };
}
