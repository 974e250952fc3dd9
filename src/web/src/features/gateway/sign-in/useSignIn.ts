import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { postJson, RestFailure } from '../../../api/rest';

/** Sends a form of the sign-in, and puts what the program refuses at its fields. */
export function useSignIn(path: string, fields: readonly string[], onSignedIn: () => Promise<void>) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<{ general?: string; fields: Record<string, string> }>({ fields: {} });

  async function send(body: object) {
    setBusy(true);
    setErrors({ fields: {} });
    try {
      await postJson(path, body);
      await onSignedIn();
    } catch (error) {
      const placed = error instanceof RestFailure ? error.errors.filter((e) => e.field !== undefined && fields.includes(e.field)) : [];
      setErrors({
        fields: Object.fromEntries(placed.map((e) => [e.field ?? '', e.message])),
        general: placed.length === 0 ? describeFailure(error, t) : undefined,
      });
    } finally {
      setBusy(false);
    }
  }

  return { send, busy, errors };
}
