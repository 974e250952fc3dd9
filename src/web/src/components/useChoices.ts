import { useCallback } from 'react';
import { useSearchParams, type NavigateOptions } from 'react-router';

export type Choices = Readonly<Record<string, string | null>>;

/** An address's parameters with some chosen anew; null or nothing takes a choice out. */
export function withChoices(params: URLSearchParams, changes: Choices): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/**
 * What is chosen on a page, kept in its address.
 * A choice is added to the address as it is now, not as it was last shown: of two made before the page is drawn anew both count.
 */
export function useChoices() {
  const [params, setParams] = useSearchParams();
  const choose = useCallback((changes: Choices, options?: NavigateOptions) => setParams(withChoices(new URLSearchParams(window.location.search), changes), options), [setParams]);
  return [params, choose] as const;
}
