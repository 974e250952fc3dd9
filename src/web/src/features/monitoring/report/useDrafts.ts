import { useEffect, useState } from 'react';
import { draftsOf, type Drafts } from './drafts';

const prefix = 'objectives.report ';

function restore(place: string): Drafts {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + place) ?? '[]');
    return draftsOf(Array.isArray(kept) ? (kept as [string, string][]) : []);
  } catch {
    return draftsOf();
  }
}

/** What is typed at a place of the page, kept in this window until it is saved or thrown away: neither a sign-in that ran out nor a reload loses it. */
export function useDrafts(place: string) {
  const [drafts, setDrafts] = useState(() => restore(place));
  const [restored] = useState(drafts.cells.size);
  useEffect(() => {
    if (drafts.cells.size > 0) sessionStorage.setItem(prefix + place, JSON.stringify([...drafts.cells]));
    else sessionStorage.removeItem(prefix + place);
  }, [drafts.cells, place]);
  return { drafts, setDrafts, restored };
}

/** Throws away what was typed at a place. */
export const forget = (place: string): void => sessionStorage.removeItem(prefix + place);
