import { describe, expect, it } from 'vitest';
import { treeAction, type KeyRow } from './treeKeys';

const row = (id: string, level: number, state: 'leaf' | 'open' | 'closed' = 'leaf'): KeyRow => ({ id, level, isExpandable: state !== 'leaf', isExpanded: state === 'open' });
const rows = [row('a', 1, 'open'), row('a1', 2, 'open'), row('a1x', 3), row('a2', 2, 'closed'), row('b', 1, 'closed')];

describe('treeAction', () => {
  it.each([
    ['ArrowDown', 0, { kind: 'focus', index: 1 }],
    ['ArrowDown', 4, { kind: 'focus', index: 4 }],
    ['ArrowUp', 0, { kind: 'focus', index: 0 }],
    ['Home', 3, { kind: 'focus', index: 0 }],
    ['End', 0, { kind: 'focus', index: 4 }],
    ['PageDown', 0, { kind: 'focus', index: 3 }],
    ['PageUp', 4, { kind: 'focus', index: 1 }],
    ['ArrowRight', 0, { kind: 'focus', index: 1 }],
    ['ArrowRight', 3, { kind: 'expand', id: 'a2' }],
    ['ArrowRight', 2, null],
    ['ArrowLeft', 0, { kind: 'collapse', id: 'a' }],
    ['ArrowLeft', 2, { kind: 'focus', index: 1 }],
    ['ArrowLeft', 3, { kind: 'focus', index: 0 }],
    ['ArrowLeft', 4, null],
    ['Enter', 2, { kind: 'open', id: 'a1x' }],
    [' ', 2, { kind: 'open', id: 'a1x' }],
    ['*', 1, { kind: 'expandSiblings', ids: ['a2'] }],
    ['*', 0, { kind: 'expandSiblings', ids: ['b'] }],
    ['x', 0, null],
    ['Tab', 0, null],
  ])('%s on row %i', (key, active, action) => expect(treeAction(key, rows, active, 3)).toEqual(action));

  it('does nothing in an empty tree', () => expect(treeAction('ArrowDown', [], 0, 3)).toBeNull());
});
