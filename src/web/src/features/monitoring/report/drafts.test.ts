import { describe, expect, it } from 'vitest';
import { change, draftsOf, redo, saved, settle, typeInto, undo } from './drafts';

const cells = (drafts: { cells: ReadonlyMap<string, string> }) => Object.fromEntries(drafts.cells);

describe('what is typed and not saved', () => {
  it('goes back cell by cell, not letter by letter', () => {
    let drafts = draftsOf();
    for (const text of ['1', '12', '120']) drafts = typeInto(drafts, 'a', text);
    for (const text of ['7', '75']) drafts = typeInto(drafts, 'b', text);
    expect(cells(drafts)).toEqual({ a: '120', b: '75' });
    drafts = undo(drafts);
    expect(cells(drafts)).toEqual({ a: '120' });
    drafts = undo(drafts);
    expect(cells(drafts)).toEqual({});
    expect(undo(drafts)).toBe(drafts);
    drafts = redo(redo(drafts));
    expect(cells(drafts)).toEqual({ a: '120', b: '75' });
    expect(redo(drafts)).toBe(drafts);
  });

  it('takes a pasted block back as a whole', () => {
    const typed = typeInto(draftsOf(), 'a', '1');
    const pasted = change(typed, new Map([['a', '2'], ['b', '3']]));
    expect(cells(pasted)).toEqual({ a: '2', b: '3' });
    expect(cells(undo(pasted))).toEqual({ a: '1' });
  });

  it('begins a step anew where one comes back to a cell', () => {
    const drafts = typeInto(settle(typeInto(draftsOf(), 'a', '1')), 'a', '12');
    expect(cells(undo(drafts))).toEqual({ a: '1' });
  });

  it('is nothing where a cell was emptied', () => expect(cells(typeInto(typeInto(draftsOf(), 'a', '1'), 'a', ''))).toEqual({}));

  it('loses what was saved, but not what was typed meanwhile', () => {
    const drafts = draftsOf([['a', '1'], ['b', '2'], ['c', '3']]);
    expect(cells(saved(drafts, new Map([['a', '1'], ['b', '1']])))).toEqual({ b: '2', c: '3' });
    expect(undo(saved(drafts, new Map([['a', '1']]))).past).toEqual([]);
  });
});
