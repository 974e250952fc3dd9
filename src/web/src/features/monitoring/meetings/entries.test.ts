import { expect, test } from 'vitest';
import { fieldsOf, missingIn, type Entry } from './entries';

const entry: Entry = { key: 1, deviationId: 'd', text: 'Two crews', correction: null, responsible: { id: 'p', label: 'P' }, due: '2026-12-01' };

test('what is missing is named as the API names it', () => {
  expect(missingIn([entry])).toEqual([]);
  expect(missingIn([entry, { ...entry, text: ' ', due: null }, { ...entry, responsible: null }])).toEqual(['resolutions.1.text', 'resolutions.1.due', 'resolutions.2.responsibleId']);
  expect(fieldsOf([entry])).toContain('resolutions.0.deviationId');
});
