import { expect, it } from 'vitest';
import { stepForward } from './steps';

it.each([
  ['day', '2026-12-31T01:00:00.000Z', '2027-01-01T01:00:00.000Z'],
  ['week', '2026-12-31T01:00:00.000Z', '2027-01-07T01:00:00.000Z'],
  ['month', '2027-01-31T01:00:00.000Z', '2027-02-28T01:00:00.000Z'],
  ['quarter', '2027-11-30T01:00:00.000Z', '2028-02-29T01:00:00.000Z'],
] as const)('goes one %s on', (step, from, to) => expect(stepForward(from, step)).toBe(to));
