import { describe, expect, it } from 'vitest';
import { currencyOf, differencesOf, idsIn, partId } from './differences';

describe('differencesOf', () => {
  it('sets before and after side by side, without bookkeeping', () =>
    expect(differencesOf('{"title":"A","path":"1"}', '{"title":"B","path":"2","target":"5"}')).toEqual([
      { field: 'title', before: 'A', after: 'B' },
      { field: 'target', before: undefined, after: '5' },
    ]));

  it('takes what is missing for nothing', () => {
    expect(differencesOf(null, '{"title":"A","description":""}')).toEqual([{ field: 'title', before: undefined, after: 'A' }]);
    expect(differencesOf(null, null)).toEqual([]);
    expect(differencesOf('no json', '[1]')).toEqual([]);
  });
});

it('tells weights in points, and scores without the ids that they are kept with', () =>
  expect(differencesOf(null, '{"criterion:1.weight":4000,"criterion:1.ordinal":0,"countermeasure:2.scores":"[{\\"CriterionId\\":{\\"Value\\":\\"0196\\"},\\"Value\\":10},{\\"CriterionId\\":{\\"Value\\":\\"0197\\"},\\"Value\\":3}]"}').map(({ field, after }) => [field, after])).toEqual([
    ['criterion:1.weight', 40],
    ['countermeasure:2.scores', '10 · 3'],
  ]));

it('finds the ids whose names are wanted', () =>
  expect(idsIn([{ field: 'ownerId', before: null, after: 'AZrOdSdAcH2iEGhqvRtRQFBlcnNvbg' }, { field: 'title', before: 'AZrOdSdAcH2iEGhqvRtRQFBlcnNvbg', after: 'x' }])).toEqual(['AZrOdSdAcH2iEGhqvRtRQFBlcnNvbg']));

it('knows of which milestone a field is', () => {
  expect(partId('milestone:AZrOdSdAcH2iEGhqvRtRQE1pbGVzdG9uZQ.due')).toBe('AZrOdSdAcH2iEGhqvRtRQE1pbGVzdG9uZQ');
  expect(partId('signature:0199.role')).toBeUndefined();
  expect(idsIn([{ field: 'milestone:AZrOdSdAcH2iEGhqvRtRQE1pbGVzdG9uZQ.percentComplete', before: 0, after: 40 }])).toEqual(['AZrOdSdAcH2iEGhqvRtRQE1pbGVzdG9uZQ']);
});

it('leaves out whose a part is, and counts those whose ids a field lists', () =>
  expect(differencesOf(null, '{"participant:1.schemeId":"AZ","participant:1.targetMinor":2500,"companyShare":2000,"mentions":"[\\"0174\\",\\"0175\\"]","objectiveIds":"[]"}').map(({ field, after }) => [field, after])).toEqual([
    ['participant:1.targetMinor', 2500],
    ['companyShare', 20],
    ['mentions', 2],
    ['objectiveIds', 0],
  ]));

it('knows the currency of an amount by the field beside it', () => {
  const differences = differencesOf(null, '{"countermeasure:1.costMinor":5,"countermeasure:1.costCurrency":"JPY","countermeasure:2.costMinor":5,"amountMinor":7}');
  expect(differences.map(({ field }) => currencyOf(field, differences))).toEqual(['JPY', 'JPY', undefined, undefined]);
});
