import { CombinedError } from '@urql/core';
import type { TFunction } from 'i18next';
import { RestFailure } from './rest';

/** The script of a part of the page did not come. */
export class ScriptFailure extends Error {}

/** What went wrong, for people: the program's own words where it gave any. */
export function describeFailure(error: unknown, t: TFunction): string {
  if (error instanceof CombinedError) {
    if (error.graphQLErrors.length > 0) return error.graphQLErrors.map((e) => e.message).join(' ');
    return describeStatus((error.response as Response | undefined)?.status ?? 0, t);
  }
  if (error instanceof RestFailure) {
    if (error.errors.length > 0) return error.errors.map((e) => e.message).join(' ');
    return describeStatus(error.status, t);
  }
  return t(error instanceof ScriptFailure ? 'common.failure.script' : 'common.failure.unknown');
}

/** What an answer without words of the program says; 0 where none came. */
const describeStatus = (status: number, t: TFunction): string => (status >= 400 ? t('common.failure.status', { status }) : t(navigator.onLine ? 'common.failure.unreachable' : 'common.failure.offline'));

/** Whether it may well go once the connection is there again. */
export function isOutage(error: unknown): boolean {
  if (error instanceof CombinedError) return error.networkError !== undefined;
  return error instanceof RestFailure ? error.status === 0 : error instanceof ScriptFailure;
}

/** Whether it is not for whoever asks, however often. */
export const isForbidden = (error: unknown): boolean => error instanceof CombinedError && error.graphQLErrors.some((one) => one.extensions.code === 'FORBIDDEN');
