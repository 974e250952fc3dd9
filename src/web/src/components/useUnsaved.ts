import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Location } from 'react-router';

interface Unsaved {
  /** What would be lost, in words. */
  text?: string;
  /** Whether what was typed stays at another place; at other addresses of the same page it does unless told otherwise. */
  isKept?: (to: Location, from: Location) => boolean;
  onDiscard?: () => void;
}

type Held = { readonly current: Unsaved };

const held = new Set<Held>();

/** What of the page would be lost at another place. */
export function lostAt(to: Location, from: Location): Held[] {
  return [...held].filter(({ current: { isKept = isSamePage } }) => !isKept(to, from));
}

/** From then on it is asked for no more, though it may stand on the page a moment longer. */
export function discard(one: Held) {
  held.delete(one);
  one.current.onDiscard?.();
}

const isSamePage = (to: Location, from: Location) => to.pathname === from.pathname;

/** What was typed stays at addresses of the same page that agree in these parameters. */
export const keptBy =
  (...names: readonly string[]) =>
  (to: Location, from: Location): boolean => {
    const [there, here] = [new URLSearchParams(to.search), new URLSearchParams(from.search)];
    return isSamePage(to, from) && names.every((name) => there.get(name) === here.get(name));
  };

/** Has what was typed not be lost without asking, whichever way the page is left. What it gives back has it asked for no more, once it is saved. */
export function useUnsaved(isUnsaved: boolean, unsaved: Unsaved = {}) {
  const one = useRef(unsaved);
  useLayoutEffect(() => {
    one.current = unsaved;
  });
  // Before the next click can be: what was saved a moment ago is asked for no more.
  useLayoutEffect(() => {
    if (!isUnsaved) return undefined;
    held.add(one);
    return () => {
      held.delete(one);
    };
  }, [isUnsaved]);
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
  return () => void held.delete(one);
}
