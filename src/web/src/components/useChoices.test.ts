import { describe, expect, it } from 'vitest';
import { withChoices } from './useChoices';

const params = new URLSearchParams('cycle=c&unit=u&kind=k');

describe('choices in the address', () => {
  it('are set and replaced', () => {
    expect(withChoices(params, { month: '2027-03', unit: 'v' }).toString()).toBe('cycle=c&unit=v&kind=k&month=2027-03');
  });

  it('are taken out by null and by nothing', () => {
    expect(withChoices(params, { unit: null, kind: '', month: null }).toString()).toBe('cycle=c');
  });

  it('leave the rest, and what they were made from, as it is', () => {
    expect(withChoices(params, {}).toString()).toBe('cycle=c&unit=u&kind=k');
    withChoices(params, { cycle: null, unit: 'v' });
    expect(params.toString()).toBe('cycle=c&unit=u&kind=k');
  });
});
