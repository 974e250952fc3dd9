import { describe, expect, it } from 'vitest';
import { entryOf, inputOf, keyOf, lastBefore, placeRefusals, readCells, type ReportedObjective } from './reporting';

function objective(id: string, changes: Partial<ReportedObjective> = {}): ReportedObjective {
  return {
    id, code: id, title: id, viewerMayReport: true, owner: { id: 'p', name: 'P' },
    measure: { id: 'm', unitOfMeasure: '件', decimals: 0, aggregation: 'SUM', direction: 'INCREASE' },
    progress: { health: 'UNKNOWN', rolledUp: false, attainment: null, series: [{ period: '2026-01', target: '5', actual: '4' }, { period: '2026-02', target: '5', actual: null }, { period: '2026-03', target: '5', actual: null }] },
    actuals: [],
    ...changes,
  };
}

const actual = (id: string, value: string, correctedBy: string | null = null) => ({ id, period: '2026-01', value, numerator: null, denominator: null, correctedBy: correctedBy ? { id: correctedBy } : null });
const months = ['2026-01', '2026-02'];

describe('what is sent', () => {
  const ratio = objective('r', { measure: { id: 'n', unitOfMeasure: '%', decimals: 1, aggregation: 'RATIO', direction: 'INCREASE' } });

  it('is read row by row, each as its measure asks', () => {
    const cells = new Map([[keyOf('r', '2026-02'), '38/40'], [keyOf('a', '2026-02'), '1,200'], [keyOf('a', '2026-01'), 'x']]);
    const { entries, problems } = readCells(cells, [objective('a'), ratio], months);
    expect(entries.map(inputOf)).toEqual([
      { objectiveId: 'a', period: '2026-02', value: '1200' },
      { objectiveId: 'r', period: '2026-02', numerator: '38', denominator: '40' },
    ]);
    expect([...problems]).toEqual([[keyOf('a', '2026-01'), 'notANumber']]);
  });

  it('leaves out what is filled meanwhile', () => {
    const filled = objective('a', { actuals: [actual('1', '3')] });
    expect(readCells(new Map([[keyOf('a', '2026-01'), '5']]), [filled], months).entries).toEqual([]);
  });
});

describe('what is refused', () => {
  it('stands at its cell, or else above all', () => {
    const sent = [{ key: 'x', objectiveId: 'a', period: '2026-01' }, { key: 'y', objectiveId: 'b', period: '2026-01' }];
    const errors = [
      { code: 'INVALID', message: 'Too fine.', path: ['input', 'actuals', '1', 'value'] },
      { code: 'PERIOD_CLOSED', message: 'Closed.', path: ['input', 'actuals', '1', 'period'] },
      { code: 'LIMIT_EXCEEDED', message: 'Too many.', path: ['input', 'actuals'] },
    ] as const;
    const placed = placeRefusals(errors.map((error) => ({ ...error, path: [...error.path] })), sent);
    expect([...placed.cells]).toEqual([['y', 'Too fine. Closed.']]);
    expect(placed.general).toEqual(['Too many.']);
  });
});

describe('what is known', () => {
  it('is the entry that nothing corrects', () => expect(entryOf(objective('a', { actuals: [actual('1', '3', '2'), actual('2', '4')] }), '2026-01')?.id).toBe('2'));
  it('is last the latest before', () => expect(lastBefore(objective('a'), '2026-03')?.period).toBe('2026-01'));
});
