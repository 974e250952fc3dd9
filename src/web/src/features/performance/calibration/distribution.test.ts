import { describe, expect, test } from 'vitest';
import type { BoardCardData } from './board';
import { byGrade, byUnit, ruleScoreOf, standingOf } from './distribution';

const card = (id: string, unit: string, score: string | null, final: string | null = null, grade: string | null = null): BoardCardData => ({
  id,
  status: final ? 'CALIBRATED' : 'APPRAISED',
  score,
  viewerMay: [],
  person: { id: `p${id}`, name: id, employeeNumber: id, unit: { id: unit, name: unit } },
  items: [],
  appraisal: { selfScore: null, finalScore: final, grade, calibrationNote: null },
});

const cards = [card('1', 'north', '90', '92', 'A'), card('2', 'north', '80', '80', 'B'), card('3', 'south', '100', '101', 'A'), card('4', 'south', null)];

describe('the distribution of appraisals', () => {
  test('is told by grade, the best first, with what is typed and not saved', () => {
    expect(byGrade(cards, new Map())).toEqual({ grades: [{ grade: 'A', count: 2, share: 2 / 3 }, { grade: 'B', count: 1, share: 1 / 3 }], ungraded: 1 });
    const typed = byGrade(cards, new Map([['4', { finalScore: '120', grade: ' S ', note: '' }]]));
    expect(typed.grades.map(({ grade, count }) => [grade, count])).toEqual([['S', 1], ['A', 2], ['B', 1]]);
    expect(typed.ungraded).toBe(0);
  });

  test('is told by unit, from where to where', () => {
    expect(byUnit(cards, new Map())).toEqual([
      { id: 'south', name: 'south', count: 2, range: { least: '101', mean: '101', most: '101' } },
      { id: 'north', name: 'north', count: 2, range: { least: '80', mean: '86', most: '92' } },
    ]);
  });

  test('stands on the leader’s score until there is a final one', () => {
    expect(standingOf(card('5', 'x', '77'), new Map())).toEqual({ score: '77', grade: null });
    expect(standingOf(card('5', 'x', '77'), new Map([['5', { finalScore: 'seven', grade: '', note: '' }]]))).toEqual({ score: '77', grade: null });
  });

  test('knows what the rules alone give', () => {
    const items: BoardCardData['items'] = [
      { id: 'a', weight: '60', status: 'ACTIVE', ruleScore: '90' },
      { id: 'b', weight: '40', status: 'ACTIVE', ruleScore: '100' },
      { id: 'c', weight: '20', status: 'EXEMPT', ruleScore: '10' },
    ];
    expect(ruleScoreOf({ items })).toBe('94');
  });
});
