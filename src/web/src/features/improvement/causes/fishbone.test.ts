import { describe, expect, it } from 'vitest';
import type { CauseCategory, CauseData } from '../cases/cases';
import { chainsOf, numbered } from './causes';
import { draw, wrap } from './fishbone';

const cause = (id: string, category: CauseCategory, parentId: string | null = null): CauseData => ({ id, category, text: id, parentId, evidence: null, confirmedRoot: false });

describe('a cause-and-effect diagram', () => {
  const drawing = draw('Too few visits', [cause('a', 'PEOPLE'), cause('b', 'METHOD'), cause('c', 'TOOLS'), cause('d', 'PEOPLE', 'a'), cause('e', 'OTHER')]);

  it('has a bone for each kind that there is, above and below in turn', () =>
    expect(drawing.bones.map((bone) => [bone.category, bone.side, bone.twigs.map((twig) => twig.cause.id)])).toEqual([
      ['PEOPLE', 'above', ['a', 'd']],
      ['METHOD', 'below', ['b']],
      ['TOOLS', 'above', ['c']],
      ['OTHER', 'below', ['e']],
    ]));

  it('keeps all within its frame, and no two lines of one bone together', () => {
    for (const bone of drawing.bones) {
      expect(bone.tip.y).toBeGreaterThan(0);
      expect(bone.tip.y).toBeLessThan(drawing.height);
      expect(bone.foot.x).toBeLessThanOrEqual(drawing.spine.to);
      for (const twig of bone.twigs) {
        expect(twig.from).toBeGreaterThanOrEqual(0);
        expect(Math.sign(twig.y - drawing.spine.y)).toBe(bone.side === 'above' ? -1 : 1);
        expect(Math.abs(twig.y - drawing.spine.y)).toBeLessThan(Math.abs(bone.tip.y - drawing.spine.y));
      }
      expect(new Set(bone.twigs.map((twig) => twig.y)).size).toBe(bone.twigs.length);
    }
    expect(drawing.head.x + drawing.head.width).toBeLessThan(drawing.width);
  });

  it('is a spine and a head alone without causes', () => expect(draw('x', []).bones).toEqual([]));
});

describe('wrap', () => {
  it('breaks at spaces', () => expect(wrap('Nobody checks the fault code before the visit', 24, 3)).toEqual(['Nobody checks the fault', 'code before the visit']));
  it('counts a Chinese character as two', () => expect(wrap('派单前没有核对故障代码', 10, 3)).toEqual(['派单前没有', '核对故障代', '码']));
  it('says that there is more', () => expect(wrap('派单前没有核对故障代码', 10, 2)).toEqual(['派单前没有', '核对故障…']));
  it('leaves what fits', () => expect(wrap(' too  few ', 10, 2)).toEqual(['too few']));
});

describe('chains', () => {
  it('number each why under what it explains', () =>
    expect(numbered(chainsOf([cause('a', 'PEOPLE'), cause('b', 'TOOLS', 'a'), cause('c', 'OTHER'), cause('d', 'TOOLS', 'b'), cause('e', 'TOOLS', 'a')])).map(({ why, number }) => [number, why.cause.id, why.depth])).toEqual([
      ['1', 'a', 1],
      ['1.1', 'b', 2],
      ['1.1.1', 'd', 3],
      ['1.2', 'e', 2],
      ['2', 'c', 1],
    ]));
});
