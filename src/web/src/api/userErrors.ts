import { graphql, type ResultOf } from './graphql';

export const UserErrorFields = graphql(`
  fragment UserErrorFields on UserError {
    code
    message
    path
  }
`);

export type UserError = ResultOf<typeof UserErrorFields>;

export interface PlacedErrors {
  /** By the input field at fault. */
  fields: Record<string, string>;
  /** Those of no field of the form. */
  general: string[];
  /** Someone else changed the record meanwhile. */
  isConflict: boolean;
}

/** Puts each error at its field: ["input", "responsibilities", "0", "text"] stands at "responsibilities.0.text", or where the form has only that, at "responsibilities". */
export function placeErrors(errors: readonly UserError[], knownFields: readonly string[]): PlacedErrors {
  const placed: PlacedErrors = { fields: {}, general: [], isConflict: errors.some(isStale) };
  for (const error of errors) {
    if (isStale(error)) continue;
    const path = (error.path ?? []).slice(1);
    const field = [path.join('.'), path[0] ?? ''].find((name) => knownFields.includes(name));
    if (field === undefined) placed.general.push(error.message);
    else placed.fields[field] = placed.fields[field] === undefined ? error.message : `${placed.fields[field]} ${error.message}`;
  }
  return placed;
}

const isStale = (error: UserError) => error.code === 'CONFLICT' && (error.path ?? []).at(-1) === 'expectedVersion';
