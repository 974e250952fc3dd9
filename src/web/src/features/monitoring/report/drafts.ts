/** What was typed into cells and is not saved yet, with the way back. */
export interface Drafts {
  cells: ReadonlyMap<string, string>;
  past: readonly ReadonlyMap<string, string>[];
  future: readonly ReadonlyMap<string, string>[];
  /** The cell being typed into: its letters are one step back together. */
  typing: string | null;
}

const mostSteps = 200;

export const draftsOf = (cells: Iterable<readonly [string, string]> = []): Drafts => ({ cells: new Map(cells), past: [], future: [], typing: null });

/** An emptied cell holds nothing that is to be saved. */
export function change(drafts: Drafts, changes: ReadonlyMap<string, string>): Drafts {
  return { ...stepped(drafts, changes), typing: null };
}

export function typeInto(drafts: Drafts, key: string, text: string): Drafts {
  if ((drafts.cells.get(key) ?? '') === text) return drafts;
  const next = stepped(drafts, new Map([[key, text]]));
  return { ...next, past: drafts.typing === key ? drafts.past : next.past, typing: key };
}

/** What is typed next is a step of its own. */
export const settle = (drafts: Drafts): Drafts => (drafts.typing === null ? drafts : { ...drafts, typing: null });

export function undo(drafts: Drafts): Drafts {
  const before = drafts.past.at(-1);
  return before ? { cells: before, past: drafts.past.slice(0, -1), future: [...drafts.future, drafts.cells], typing: null } : drafts;
}

export function redo(drafts: Drafts): Drafts {
  const after = drafts.future.at(-1);
  return after ? { cells: after, past: [...drafts.past, drafts.cells], future: drafts.future.slice(0, -1), typing: null } : drafts;
}

/** After what was sent has been saved; what was typed meanwhile stays, and there is no way back behind it. */
export function saved(drafts: Drafts, sent: ReadonlyMap<string, string>): Drafts {
  return draftsOf([...drafts.cells].filter(([key, text]) => sent.get(key) !== text));
}

function stepped(drafts: Drafts, changes: ReadonlyMap<string, string>): Drafts {
  const cells = new Map(drafts.cells);
  for (const [key, text] of changes) {
    if (text.trim() === '') cells.delete(key);
    else cells.set(key, text);
  }
  return { cells, past: [...drafts.past, drafts.cells].slice(-mostSteps), future: [], typing: drafts.typing };
}
