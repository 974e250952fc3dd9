import { requestHeaders } from './client';

export interface RestError {
  message: string;
  field?: string;
  code: string;
}

/** What the program refused, in the caller's language, or that it could not be reached. */
export class RestFailure extends Error {
  constructor(
    readonly status: number,
    readonly errors: RestError[],
  ) {
    super(errors[0]?.message ?? '');
  }
}

interface Call {
  method?: 'GET' | 'POST';
  body?: BodyInit;
  headers?: Record<string, string>;
}

async function send<T>(path: string, { headers, ...call }: Call): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...call, headers: { ...requestHeaders(), ...headers } });
  } catch {
    throw new RestFailure(0, []);
  }
  const text = await response.text();
  const body: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
  if (!response.ok) throw new RestFailure(response.status, (body as { errors?: RestError[] } | null)?.errors ?? []);
  return body as T;
}

export const getJson = <T>(path: string) => send<T>(path, { headers: { Accept: 'application/json' } });

export const postJson = <T = unknown>(path: string, body: object = {}) =>
  send<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });

export async function uploadFile(file: File): Promise<string> {
  const form = new FormData();
  form.append('file', file);
  return (await send<{ uploadId: string }>('/uploads', { method: 'POST', body: form })).uploadId;
}
