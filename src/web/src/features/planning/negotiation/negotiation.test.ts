import { describe, expect, it } from 'vitest';
import { mayGrant, stepsOf, versionsOf, type EntryData } from './negotiation';

const entry = (kind: EntryData['kind'], side: EntryData['side'], target: string | null = null): EntryData => ({ id: `${kind}${side}${target}`, at: '2026-11-01T00:00:00Z', kind, side, target, text: '', by: { id: side, name: side } });
const cycle = { id: 'c', status: 'SETTING' as const };
const state = { viewerSide: 'OWNER' as const, contextShared: true, approach: 'BOTH' as const, ownerStands: false, leaderStands: true };

describe('a negotiation', () => {
  it('shows what each side said last in this round', () => {
    const entries = [entry('PROPOSAL', 'LEADER', '150'), entry('ACCEPTED', 'OWNER', '150'), entry('REOPENED', 'OWNER'), entry('PROPOSAL', 'OWNER', '90'), entry('COMMENT', 'OWNER'), entry('COUNTER_PROPOSAL', 'OWNER', '95')];
    expect(versionsOf(entries)).toEqual({ owner: entries[5], leader: null });
  });

  it('offers what can follow', () => {
    expect(stepsOf({ status: 'NEGOTIATING', cycle }, state)).toEqual(['ACCEPTED', 'PROPOSAL', 'REJECTED', 'COMMENT']);
    expect(stepsOf({ status: 'NEGOTIATING', cycle }, { ...state, ownerStands: true })).not.toContain('ACCEPTED');
    expect(stepsOf({ status: 'DRAFT', cycle }, { ...state, contextShared: false })).toEqual(['COMMENT']);
    expect(stepsOf({ status: 'DRAFT', cycle }, { ...state, contextShared: false, approach: 'BOTTOM_UP' })).toContain('PROPOSAL');
    expect(stepsOf({ status: 'DRAFT', cycle }, { ...state, viewerSide: 'LEADER', contextShared: false })[0]).toBe('SHARED_CONTEXT');
    expect(stepsOf({ status: 'AGREED', cycle }, { ...state, viewerSide: 'ABOVE' })).toEqual(['REOPENED', 'COMMENT', 'GUIDANCE', 'HELP_PROMISED']);
    expect(stepsOf({ status: 'COMMITTED', cycle: { ...cycle, status: 'EXECUTION' } }, state)).toEqual(['COMMENT']);
    expect(stepsOf({ status: 'COMMITTED', cycle: { ...cycle, status: 'CLOSED' } }, state)).toEqual([]);
    expect(stepsOf({ status: 'NEGOTIATING', cycle }, { ...state, viewerSide: null })).toEqual([]);
  });

  it('lets those above give and take authority as long as the objective runs', () => {
    expect(mayGrant({ status: 'COMMITTED', cycle: { ...cycle, status: 'EXECUTION' } }, { viewerSide: 'ABOVE' })).toBe(true);
    expect(mayGrant({ status: 'COMMITTED', cycle: { ...cycle, status: 'EXECUTION' } }, { viewerSide: 'OWNER' })).toBe(false);
    expect(mayGrant({ status: 'COMMITTED', cycle: { ...cycle, status: 'APPRAISAL' } }, { viewerSide: 'LEADER' })).toBe(false);
    expect(mayGrant({ status: 'WITHDRAWN', cycle }, { viewerSide: 'LEADER' })).toBe(false);
  });
});
