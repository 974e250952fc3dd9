import { describe, expect, it } from 'vitest';
import { mentionAt, partsOf } from './mentions';

const people = [
  { id: '1', name: '李思雨', employeeNumber: 'E0112' },
  { id: '2', name: '李思', employeeNumber: 'E0113' },
];

describe('partsOf', () => {
  it('cuts a text where people are mentioned, the longer name first', () =>
    expect(partsOf('请 @李思雨 看看,@E0113 也看', people)).toEqual([{ text: '请 ' }, { text: '@李思雨', personId: '1' }, { text: ' 看看,' }, { text: '@E0113', personId: '2' }, { text: ' 也看' }]));

  it('leaves other text as it is', () => expect(partsOf('a@b.c @王', people)).toEqual([{ text: 'a@b.c @王' }]));
});

describe('mentionAt', () => {
  it('finds what is typed after the @ before the caret', () => {
    expect(mentionAt('请 @李思', 5)).toEqual({ start: 2, typed: '李思' });
    expect(mentionAt('@', 1)).toEqual({ start: 0, typed: '' });
    expect(mentionAt('@李 x', 4)).toBeNull();
    expect(mentionAt('nobody', 3)).toBeNull();
  });
});
