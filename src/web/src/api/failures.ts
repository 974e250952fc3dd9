import { CombinedError } from '@urql/core';
import type { TFunction } from 'i18next';
import { RestFailure } from './rest';

/** The script of a part of the page did not come. */
export class ScriptFailure extends Error {}

/** What went wrong, for people: the program's own words where it gave any. */
export function describeFailure(error: unknown, t: TFunction): string {
  if (error instanceof CombinedError) {
    if (error.graphQLErrors.length > 0) return error.graphQLErrors.map((e) => e.message).join(' ');
    return t('common.failure.unreachable');
  }
  if (error instanceof RestFailure) {
    if (error.errors.length > 0) return error.errors.map((e) => e.message).join(' ');
    return error.status === 0 ? t('common.failure.unreachable') : t('common.failure.status', { status: error.status });
  }
  return t(error instanceof ScriptFailure ? 'common.failure.script' : 'common.failure.unknown');
}

/** Whether it may well go once the connection is there again. */
export function isOutage(error: unknown): boolean {
  if (error instanceof CombinedError) return error.networkError !== undefined;
  return error instanceof RestFailure ? error.status === 0 : error instanceof ScriptFailure;
}

/** Whether it is not for whoever asks, however often. */
export const isForbidden = (error: unknown): boolean => error instanceof CombinedError && error.graphQLErrors.some((one) => one.extensions.code === 'FORBIDDEN');
