import type { CauseCategory, CauseData } from '../cases/cases';
import { categories } from './causes';

export interface Twig {
  cause: CauseData;
  lines: readonly string[];
  /** Of its line, which ends at the bone. */
  from: number;
  to: number;
  y: number;
}

export interface Bone {
  category: CauseCategory;
  side: 'above' | 'below';
  /** Where its name stands, and where it meets the spine. */
  tip: { x: number; y: number };
  foot: { x: number; y: number };
  twigs: readonly Twig[];
}

export interface Drawing {
  width: number;
  height: number;
  spine: { from: number; to: number; y: number };
  bones: readonly Bone[];
  head: { x: number; width: number; lines: readonly string[] };
}

const column = 236;
const slant = 44;
const row = 42;
const twigLength = 178;
const headWidth = 190;
const nameHeight = 30;

/** A twig's words stand between its line and the spine, where the bone leaves room. */
export const wordsOf = ({ lines, y }: Twig, side: Bone['side']): number[] => lines.map((_, index) => (side === 'above' ? y + 14 + index * 14 : y - 5 - (lines.length - 1 - index) * 14));

/** How many columns of a letter a line of a twig holds; a Chinese character takes two. */
const lineLength = 26;

/** A cause-and-effect diagram: a bone for each kind of cause that there is, above and below the spine in turn, its causes from the spine outwards. */
export function draw(problem: string, causes: readonly CauseData[]): Drawing {
  const used = categories.map((category) => ({ category, causes: causes.filter((cause) => cause.category === category) })).filter((branch) => branch.causes.length > 0);
  const rowsOn = (side: number) => Math.max(0, ...used.filter((_, index) => index % 2 === side).map((branch) => branch.causes.length));
  const [above, below] = [rowsOn(0), rowsOn(1)];
  const reach = (rows: number) => (rows === 0 ? 34 : nameHeight + rows * row + 14);
  const spineY = reach(above);
  const columns = Math.max(1, Math.ceil(used.length / 2));
  const spineEnd = columns * column + 24;
  const bones = used.map(({ category, causes: twigs }, index): Bone => {
    const side = index % 2 === 0 ? 'above' : 'below';
    const away = side === 'above' ? -1 : 1;
    const length = reach(side === 'above' ? above : below) - nameHeight;
    // The first stands nearest to the head.
    const foot = { x: spineEnd - 24 - Math.floor(index / 2) * column, y: spineY };
    const tip = { x: foot.x - slant, y: spineY + away * length };
    return {
      category,
      side,
      tip,
      foot,
      twigs: twigs.map((cause, at) => {
        const distance = (at + 1) * row;
        const to = foot.x - (slant * distance) / length;
        return { cause, lines: wrap(cause.text, lineLength, 2), from: to - twigLength, to, y: spineY + away * distance };
      }),
    };
  });
  return {
    width: spineEnd + headWidth + 16,
    height: reach(above) + reach(below),
    spine: { from: 8, to: spineEnd, y: spineY },
    bones,
    head: { x: spineEnd, width: headWidth, lines: wrap(problem, 22, 3) },
  };
}

const columnsOf = (character: string) => ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1);

/** A text in lines of so many columns, broken at spaces where there are some; what does not fit ends in an ellipsis. */
export function wrap(text: string, length: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.replace(/\s+/g, ' ').trim();
  while (rest !== '' && lines.length < most) {
    const isLast = lines.length === most - 1;
    const fitting = fit(rest, length);
    if (fitting.length === rest.length) {
      lines.push(rest);
      return lines;
    }
    if (isLast) {
      lines.push(`${fit(rest, length - 1).trimEnd()}…`);
      return lines;
    }
    const space = fitting.lastIndexOf(' ');
    const line = rest[fitting.length] === ' ' || space < fitting.length / 2 ? fitting : fitting.slice(0, space);
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return lines;
}

function fit(text: string, length: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += columnsOf(character);
    if (used > length) break;
    taken += character;
  }
  return taken;
}
