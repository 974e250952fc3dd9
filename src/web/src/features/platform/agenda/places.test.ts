import { expect, test } from 'vitest';
import { placeOf, placeOfItem } from './places';

test('a record stands on its own page, or on that of what it belongs to', () => {
  expect(placeOf({ __typename: 'Briefing', id: 'b' })).toBe('/briefings/b');
  expect(placeOf({ __typename: 'Deviation', id: 'd' })).toBe('/deviations?deviation=d');
  expect(placeOf({ __typename: 'OfficeMeeting', id: 'm' })).toBe('/meetings/m');
  expect(placeOf({ __typename: 'TargetRevision', id: 'r', objective: { id: 'o' } })).toBe('/objectives/o');
  expect(placeOf({ __typename: 'Resolution', id: 'r', deviation: { id: 'd', meeting: { id: 'm' } } })).toBe('/meetings/m');
  expect(placeOf({ __typename: 'Resolution', id: 'r', deviation: { id: 'd', meeting: null } })).toBe('/deviations?deviation=d');
  expect(placeOf({ __typename: 'DevelopmentItem', id: 'i', plan: { person: { id: 'p' }, cycle: { id: 'c' } } })).toBe('/development/p?cycle=c&item=i');
  expect(placeOf({ __typename: 'Rebalance', id: 'r', scorecard: { id: 's' } })).toBe('/scorecards/s');
  expect(placeOf({ __typename: 'Cycle', id: 'c' })).toBe('/calibration?cycle=c');
  expect(placeOf({ __typename: 'ImprovementCase', id: 'i', objective: { id: 'o' } })).toBe('/improvement/i');
  expect(placeOf({ __typename: 'Comment', id: 'c' })).toBeNull();
});

test('what waits about a person’s readiness is done where his development is', () => {
  expect(placeOfItem({ kind: 'ASSESS_READINESS', subject: { __typename: 'Person', id: 'p' } })).toBe('/development/p');
  expect(placeOfItem({ kind: 'ANSWER_PULSE', subject: { __typename: 'Cycle', id: 'c' } })).toBe('/pulse?cycle=c');
  expect(placeOfItem({ kind: 'ACKNOWLEDGE_BRIEFING', subject: { __typename: 'Briefing', id: 'b' } })).toBe('/briefings/b');
});
