import { useSearchParams } from 'react-router';

type Choices = Readonly<Record<string, string | null>>;

/** What is chosen on a page, kept in its address; null or nothing takes a choice out. */
export function useChoices() {
  const [params, setParams] = useSearchParams();
  const choose = (changes: Choices, options?: { replace: boolean }) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
      }
      return next;
    }, options);
  return [params, choose] as const;
}
