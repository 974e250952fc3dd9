import { expect, test } from 'vitest';
import { columnsOf, kindOf, standingOf, stepBy, type MatrixRowData } from './matrix';

const row = {
  missing: 1,
  person: { id: 'p', name: 'P', employeeNumber: 'E1', unit: { id: 'u', name: 'U' }, viewerMayDevelop: [], competencies: [{ level: 2, source: 'LEADER', competency: { id: 'a' } }, { level: 1, source: 'SELF', competency: { id: 'c' } }] },
  needs: [{ required: 3, current: 2, planned: false, competency: { id: 'a' } }, { required: 1, current: 0, planned: true, competency: { id: 'b' } }],
} satisfies MatrixRowData;

test('a standing is what is needed against what is held', () => {
  expect(standingOf(row, 'a')).toEqual({ held: 2, required: 3, planned: false });
  expect(standingOf(row, 'b')).toEqual({ held: 0, required: 1, planned: true });
  expect(standingOf(row, 'c')).toEqual({ held: 1, required: 0, planned: false });
  expect(standingOf(row, 'd')).toBeNull();
});

test('a standing is open, planned, met or only held', () => {
  expect(kindOf({ held: 2, required: 3, planned: false })).toBe('open');
  expect(kindOf({ held: 0, required: 1, planned: true })).toBe('planned');
  expect(kindOf({ held: 3, required: 3, planned: false })).toBe('met');
  expect(kindOf({ held: 1, required: 0, planned: false })).toBe('held');
});

test('the columns are those of which something is known, as the catalogue orders them', () => {
  expect(columnsOf([row], ['d', 'c', 'b', 'a'].map((id) => ({ id }))).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

test('arrows stay within the grid', () => {
  expect(stepBy('ArrowUp', { row: 0, column: 1 }, 3, 2)).toEqual({ row: 0, column: 1 });
  expect(stepBy('ArrowDown', { row: 1, column: 1 }, 3, 2)).toEqual({ row: 2, column: 1 });
  expect(stepBy('ArrowRight', { row: 1, column: 1 }, 3, 2)).toEqual({ row: 1, column: 1 });
  expect(stepBy('Home', { row: 1, column: 1 }, 3, 2)).toEqual({ row: 1, column: 0 });
  expect(stepBy('x', { row: 1, column: 1 }, 3, 2)).toBeNull();
});
