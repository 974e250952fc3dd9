import type { CombinedError, TypedDocumentNode } from '@urql/core';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { requestHeaders } from './client';
import type { UserError } from './userErrors';

interface Payload {
  userErrors: readonly UserError[];
}

export interface Outcome<P> {
  /** The payload of a command that was done. */
  done: P | null;
  /** What the caller has to change. */
  errors: readonly UserError[];
  /** What went wrong otherwise; the command may or may not have been done. */
  failure: CombinedError | null;
}

type Result<Data> = Exclude<Data[keyof Data], undefined | null>;

/**
 * Sends a mutation of one `input`. Sent again unchanged after a failure of the network, it carries the same Idempotency-Key, so that what
 * was done already is not done twice.
 */
export function useCommand<Data extends Record<string, Payload>, Input>(document: TypedDocumentNode<Data, { input: Input }>) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const unanswered = useRef<{ key: string; content: string }>(null);

  async function run(input: Input): Promise<Outcome<Result<Data>>> {
    const content = JSON.stringify(input);
    if (unanswered.current?.content !== content) unanswered.current = { key: newKey(), content };
    setBusy(true);
    const result = await client.mutation<Data, { input: Input }>(document, { input }, {
      fetchOptions: { credentials: 'same-origin', headers: { ...requestHeaders(), 'Idempotency-Key': unanswered.current.key } },
    });
    setBusy(false);
    if (!result.error?.networkError) unanswered.current = null;
    const payload = result.data ? (Object.values(result.data).find((value) => typeof value === 'object') as Result<Data> | undefined) : undefined;
    const errors = payload?.userErrors ?? [];
    return { done: payload && errors.length === 0 && !result.error ? payload : null, errors, failure: result.error ?? null };
  }

  return { run, busy };
}

/** crypto.randomUUID is there in secure contexts alone; a company's own network may have none. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
