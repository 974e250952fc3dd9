import { expect, test } from 'vitest';
import { nextStepOf } from './cases';

const today = '2026-05-01';

test('the next step is that of the state in which a case is, for whoever may do it', () => {
  expect(nextStepOf({ status: 'COUNTERMEASURES', viewerMay: ['ANALYSE', 'COMPARE', 'DECIDE'], verifiableFrom: null }, today)).toBe('DECIDE');
  expect(nextStepOf({ status: 'COUNTERMEASURES', viewerMay: ['ANALYSE', 'COMPARE'], verifiableFrom: null }, today)).toBe('COMPARE');
  expect(nextStepOf({ status: 'IN_PROGRESS', viewerMay: ['DECIDE'], verifiableFrom: null }, today)).toBeUndefined();
  expect(nextStepOf({ status: 'CLOSED', viewerMay: [], verifiableFrom: null }, today)).toBeUndefined();
});

test('what cannot be verified yet waits', () => {
  const done = { status: 'VERIFYING', viewerMay: ['VERIFY', 'ACCEPT'], verifiableFrom: '2026-05-01' } as const;
  expect(nextStepOf({ ...done, viewerMay: [...done.viewerMay] }, '2026-04-30')).toBeUndefined();
  expect(nextStepOf({ ...done, viewerMay: [...done.viewerMay] }, today)).toBe('VERIFY');
});
