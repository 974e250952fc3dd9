import type { TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from './failures';
import { useCommand } from './useCommand';
import type { UserError } from './userErrors';

interface Form {
  refuse: (errors: readonly UserError[]) => void;
  fail: (message: string) => void;
  keep: () => void;
}

/** Sends what a form holds; what is refused stands at its fields afterwards. */
export function useFormCommand<Data extends Record<string, { userErrors: readonly UserError[] }>, Input>(document: TypedDocumentNode<Data, { input: Input }>, form: Form) {
  const { t } = useTranslation();
  const { run, busy } = useCommand(document);
  const [attempt, setAttempt] = useState(0);

  /** The payload of a command that was done, else null. */
  async function submit(input: Input) {
    const { done, errors, failure } = await run(input);
    if (done) {
      form.keep();
      return done;
    }
    if (failure) form.fail(describeFailure(failure, t));
    else form.refuse(errors);
    setAttempt((n) => n + 1);
    return null;
  }

  /** Refuses before asking the server: these fields are empty. */
  function demand(fields: readonly string[], message = t('common.required')) {
    form.refuse(fields.map((field) => ({ code: 'REQUIRED', message, path: ['input', field] })));
    setAttempt((n) => n + 1);
  }

  return { submit, demand, busy, attempt };
}
