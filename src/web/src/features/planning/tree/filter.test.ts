import { describe, expect, it } from 'vitest';
import { withChoices } from '../../../components/useChoices';
import { choicesOf, countOf, isActive, matchesOf, readFilter, type TreeFilter } from './filter';
import { forestOf } from './forest';
import { row } from './testRows';

const none: TreeFilter = { text: '', levels: [], statuses: [], unitId: null, ownerId: null, important: false };
const forest = forestOf(
  [row('a', null, 1), { ...row('b', 'a', 0), level: 'PERSONAL', title: '提升一次修复率', status: 'COMMITTED', important: true, owner: { id: 'p2', name: '周启明' }, unit: { id: 'u2', name: '北方上门服务组' } }],
  true,
);
const found = (filter: Partial<TreeFilter>, units: ReadonlySet<string> | null = null) => [...matchesOf(forest, { ...none, ...filter }, units)];

describe('matchesOf', () => {
  it('finds words in titles, codes, owners and units, all of them', () => {
    expect(found({ text: '修复' })).toEqual(['b']);
    expect(found({ text: 'TITLE a' })).toEqual(['a']);
    expect(found({ text: '周启明 修复率' })).toEqual(['b']);
    expect(found({ text: '周启明 title' })).toEqual([]);
    expect(found({ text: '北方' })).toEqual(['b']);
  });

  it('narrows by level, status, owner, unit and importance', () => {
    expect(found({ levels: ['PERSONAL'] })).toEqual(['b']);
    expect(found({ statuses: ['DRAFT', 'COMMITTED'] })).toEqual(['a', 'b']);
    expect(found({ ownerId: 'owner' })).toEqual(['a']);
    expect(found({ unitId: 'u2' }, new Set(['u2']))).toEqual(['b']);
    expect(found({ important: true })).toEqual(['b']);
    expect(found({ important: true, levels: ['TEAM'] })).toEqual([]);
  });
});

describe('a filter in the address', () => {
  it('is read as it was written', () => {
    const filter: TreeFilter = { text: '修复', levels: ['TEAM', 'PERSONAL'], statuses: ['DRAFT'], unitId: 'u', ownerId: 'o', important: true };
    const params = withChoices(new URLSearchParams('cycle=c'), choicesOf(filter));
    expect(params.get('cycle')).toBe('c');
    expect(readFilter(params)).toEqual(filter);
    expect(countOf(filter)).toBe(5);
    expect(isActive(filter)).toBe(true);
  });

  it('leaves nothing behind when it is cleared', () => {
    expect(withChoices(new URLSearchParams('q=x&level=TEAM'), choicesOf(none)).toString()).toBe('');
    expect(isActive(none)).toBe(false);
  });

  it('passes over what it does not know', () => expect(readFilter(new URLSearchParams('level=NONSENSE,TEAM&status=WITHDRAWN'))).toEqual({ ...none, levels: ['TEAM'] }));
});
