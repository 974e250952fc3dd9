import { describe, expect, it } from 'vitest';
import type { StrategyKind } from '../../../api/graphql';
import { coverageOf } from './coverage';

const cycle = { id: 'c27', year: 2027 };
const element = (id: string, kind: StrategyKind, parent: string | null, cycles: string[] = [], from = 2027, until = 2027) => ({
  id, kind, title: id, from, until, parent: parent === null ? null : { id: parent }, objectives: cycles.map((c) => ({ id: `${id}-${c}`, cycle: { id: c } })),
});

describe('coverage', () => {
  it('shows what nothing serves, what has no objective and what hangs nowhere', () => {
    const strategy = [
      element('vision', 'VISION', null, [], 2025, 2040),
      element('long', 'LONG_TERM_OBJECTIVE', 'vision', [], 2025, 2030),
      element('idle', 'STRATEGY', 'long', [], 2025, 2030),
      element('past', 'STRATEGY', 'long', [], 2020, 2024),
      element('policy', 'ANNUAL_POLICY', 'long'),
      element('plan', 'ANNUAL_PLAN', 'policy', ['c27']),
      element('last year', 'ANNUAL_PLAN', 'policy', [], 2026, 2026),
      element('empty', 'ANNUAL_PLAN', 'policy', ['c26']),
      element('cut', 'ANNUAL_PLAN', null, ['c27']),
    ];
    const objectives = { nodes: [{ id: 'a', title: 'a', strategyElement: { id: 'plan' } }, { id: 'b', title: 'b', strategyElement: null }] };
    const coverage = coverageOf({ strategy, objectives }, cycle);
    expect(coverage.withoutChild.map((e) => e.id)).toEqual(['idle']);
    expect(coverage.withoutObjective.map((e) => e.id)).toEqual(['empty']);
    expect(coverage.broken.map((e) => e.id)).toEqual(['cut']);
    expect(coverage.loose.map((o) => o.id)).toEqual(['b']);
  });
});
