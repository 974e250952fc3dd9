import { describe, expect, it } from 'vitest';
import { mayGrant, stepsOf, versionsOf, waitingSide, type EntryData } from './negotiation';

const entry = (kind: EntryData['kind'], side: EntryData['side'], target: string | null = null): EntryData => ({ id: `${kind}${side}${target}`, at: '2026-11-01T00:00:00Z', kind, side, target, text: '', by: { id: side, name: side } });
const cycle = { id: 'c', status: 'SETTING' as const };

describe('a negotiation', () => {
  it('shows what each side said last in this round', () => {
    const entries = [entry('PROPOSAL', 'LEADER', '150'), entry('ACCEPTED', 'OWNER', '150'), entry('REOPENED', 'OWNER'), entry('PROPOSAL', 'OWNER', '90'), entry('COMMENT', 'OWNER'), entry('COUNTER_PROPOSAL', 'OWNER', '95')];
    expect(versionsOf(entries)).toEqual({ owner: entries[5], leader: null });
  });

  it('shows what comes next first', () => {
    expect(stepsOf({ steps: ['COMMENT', 'REJECTED', 'PROPOSAL', 'COUNTER_PROPOSAL', 'ACCEPTED'], contextShared: true })).toEqual(['ACCEPTED', 'PROPOSAL', 'REJECTED', 'COMMENT']);
    expect(stepsOf({ steps: ['COMMENT', 'GUIDANCE', 'SHARED_CONTEXT'], contextShared: false })).toEqual(['SHARED_CONTEXT', 'COMMENT', 'GUIDANCE']);
    expect(stepsOf({ steps: ['COMMENT', 'GUIDANCE', 'SHARED_CONTEXT'], contextShared: true })).toEqual(['COMMENT', 'GUIDANCE', 'SHARED_CONTEXT']);
  });

  it('says whose turn it is not', () => {
    const state = { viewerSide: 'OWNER' as const, contextShared: true, steps: ['COMMENT' as const] };
    expect(waitingSide({ status: 'DRAFT' }, state)).toBe('OWNER');
    expect(waitingSide({ status: 'DRAFT' }, { ...state, contextShared: false })).toBeNull();
    expect(waitingSide({ status: 'AGREED' }, state)).toBeNull();
    expect(waitingSide({ status: 'NEGOTIATING' }, { ...state, steps: ['PROPOSAL', 'COMMENT'] })).toBeNull();
    expect(waitingSide({ status: 'NEGOTIATING' }, { ...state, viewerSide: 'MEMBER' })).toBeNull();
  });

  it('lets those above give and take authority as long as the objective runs', () => {
    expect(mayGrant({ status: 'COMMITTED', cycle: { ...cycle, status: 'EXECUTION' } }, { viewerSide: 'ABOVE' })).toBe(true);
    expect(mayGrant({ status: 'COMMITTED', cycle: { ...cycle, status: 'EXECUTION' } }, { viewerSide: 'OWNER' })).toBe(false);
    expect(mayGrant({ status: 'COMMITTED', cycle: { ...cycle, status: 'APPRAISAL' } }, { viewerSide: 'LEADER' })).toBe(false);
    expect(mayGrant({ status: 'WITHDRAWN', cycle }, { viewerSide: 'LEADER' })).toBe(false);
  });
});
