import type { Choice } from '../../../components/RemoteSelect';
import type { CorrectionKind } from './meetings';

/** A resolution as it is being written down. */
export interface Entry {
  key: number;
  deviationId: string;
  text: string;
  correction: CorrectionKind | null;
  responsible: Choice | null;
  due: string | null;
}

export type EntryField = 'text' | 'responsibleId' | 'due' | 'correction' | 'deviationId';

/** By which an error at one of many is told from the others, as the API names it. */
export const fieldOf = (index: number, field: EntryField) => `resolutions.${index}.${field}`;

/** What must be filled in before the server can be asked at all. */
export const missingIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap((entry, index) => [
    ...(entry.text.trim() === '' ? [fieldOf(index, 'text')] : []),
    ...(entry.responsible === null ? [fieldOf(index, 'responsibleId')] : []),
    ...(entry.due === null ? [fieldOf(index, 'due')] : []),
  ]);

/** All places where an error of these can stand. */
export const fieldsOf = (entries: readonly Entry[]): string[] => entries.flatMap((_, index) => (['text', 'responsibleId', 'due', 'correction', 'deviationId'] as const).map((field) => fieldOf(index, field)));
