import { useState } from 'react';
import { flushSync } from 'react-dom';
import { placeErrors, type PlacedErrors, type UserError } from './userErrors';

const none: PlacedErrors = { fields: {}, general: [], isConflict: false };

export interface FieldProps<T> {
  value: T;
  onChange: (value: T) => void;
  error: string | undefined;
}

/**
 * The values of a form with the errors that the server gave for them; an error goes when its field is changed.
 * What it opens with may have been changed already, elsewhere on the page.
 */
export function useForm<V extends object>(initial: V, changes: Partial<V> = {}) {
  const [start, setStart] = useState(initial);
  const [values, setValues] = useState({ ...initial, ...changes });
  const [placed, setPlaced] = useState(none);

  function set<K extends keyof V & string>(name: K, value: V[K]) {
    setValues((current) => ({ ...current, [name]: value }));
    setPlaced((current) => (current.fields[name] === undefined ? current : { ...current, fields: without(current.fields, name) }));
  }

  return {
    values,
    set,
    field: <K extends keyof V & string>(name: K): FieldProps<V[K]> => ({ value: values[name], onChange: (value) => set(name, value), error: placed.fields[name] }),
    general: placed.general,
    isConflict: placed.isConflict,
    isDirty: JSON.stringify(values) !== JSON.stringify(start),
    refuse: (errors: readonly UserError[]) => setPlaced(placeErrors(errors, Object.keys(values))),
    fail: (message: string) => setPlaced({ ...none, general: [message] }),
    /** What was sent is saved: at once, so that going on to what it made is not asked about. */
    keep: () => flushSync(() => setStart(values)),
    reset: (next: V) => {
      setStart(next);
      setValues(next);
      setPlaced(none);
    },
  };
}

function without(fields: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}

/** The fields that must be filled before the server can be asked at all, and are not. */
export function missingOf<V extends object>(values: V, required: readonly (keyof V & string)[]): string[] {
  return required.filter((name) => {
    const value = values[name];
    return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  });
}
