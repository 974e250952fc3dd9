import { expect, test } from 'vitest';
import { spread } from './spread';

test('100 is shared out exactly', () => {
  expect([...spread([{ id: 'a', parts: 1 }, { id: 'b', parts: 1 }, { id: 'c', parts: 1 }]).values()]).toEqual(['33.34', '33.33', '33.33']);
  expect([...spread([{ id: 'a', parts: 2 }, { id: 'b', parts: 1 }, { id: 'c', parts: 1 }]).values()]).toEqual(['50', '25', '25']);
  expect([...spread([{ id: 'a', parts: 2 }, { id: 'b', parts: 1 }, { id: 'c', parts: 1 }, { id: 'd', parts: 2 }, { id: 'e', parts: 1 }]).values()]).toEqual(['28.57', '14.29', '14.29', '28.57', '14.28']);
  expect(spread([]).size).toBe(0);
});
