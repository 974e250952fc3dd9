import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zhCN } from './zh-CN';

type Texts = { [name: string]: string | Texts };

function flat(texts: Texts, above = ''): Map<string, string> {
  return new Map(Object.entries(texts).flatMap(([name, value]) => (typeof value === 'string' ? [[above + name, value] as const] : [...flat(value, `${above}${name}.`)])));
}

/** Chinese has one form where English has two. */
const withoutSingular = (keys: Iterable<string>) => [...keys].filter((key) => !key.endsWith('_one')).sort();

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)(?:, number)?\}\}/g)].map((match) => match[1]).sort();

describe('languages', () => {
  const english = flat(en);
  const chinese = flat(zhCN);

  it('have the same texts', () => expect(withoutSingular(english.keys())).toEqual(withoutSingular(chinese.keys())));

  it('leave none empty', () => expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([]));

  it('fill in the same values', () => {
    for (const [key, text] of chinese) expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('are written in Chinese where they should be', () => {
    const latin = [...chinese].filter(([, text]) => !/\p{Script=Han}/u.test(text));
    expect(latin.map(([key]) => key)).toEqual(['common.percent', 'cycles.moved', 'imports.size', 'imports.place', 'incentives.of', 'recognition.from', 'report.cell']);
  });
});
