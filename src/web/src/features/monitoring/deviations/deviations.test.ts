import { expect, test } from 'vitest';
import { statusesOf } from './deviations';

test('a choice of states is one, all, or all that are not closed', () => {
  expect(statusesOf('RESOLVED')).toEqual(['RESOLVED']);
  expect(statusesOf('all')).toBeNull();
  expect(statusesOf(null)).toEqual(['OPEN', 'IN_HAND', 'RESOLVED']);
  expect(statusesOf('nonsense')).toEqual(['OPEN', 'IN_HAND', 'RESOLVED']);
});
