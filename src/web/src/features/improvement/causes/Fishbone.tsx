import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CauseData } from '../cases/cases';
import { draw, wordsOf, type Bone } from './fishbone';
import own from './Fishbone.module.css';
import { anchorOf, focusCause } from './focusCause';

interface FishboneProps {
  problem: string;
  causes: readonly CauseData[];
  /** Of each cause in its chain. */
  numbers: ReadonlyMap<string, string>;
}

/** The cause-and-effect diagram; each of its causes leads to where it stands in its chain, and a list says the same. */
export function Fishbone({ problem, causes, numbers }: FishboneProps) {
  const { t } = useTranslation();
  const id = useId();
  const { width, height, spine, bones, head } = draw(problem, causes);
  const top = spine.y - (head.lines.length * 17) / 2;
  return (
    <figure className={own.figure} aria-labelledby={id}>
      <figcaption id={id} className={own.caption}>
        {t('improvement.fishbone')}
      </figcaption>
      <div className={own.scroller}>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} className={own.drawing} role="group" aria-label={t('improvement.fishboneOf', { problem })}>
          <line className={own.spine} x1={spine.from} y1={spine.y} x2={spine.to} y2={spine.y} />
          <rect className={own.head} x={head.x} y={top - 10} width={head.width} height={head.lines.length * 17 + 20} rx={4} />
          <text className={own.problem} aria-hidden>
            <title>{problem}</title>
            {head.lines.map((line, index) => (
              <tspan key={index} x={head.x + 10} y={top + 13 + index * 17}>
                {line}
              </tspan>
            ))}
          </text>
          {bones.map((bone) => (
            <BoneShape key={bone.category} bone={bone} numbers={numbers} />
          ))}
        </svg>
      </div>
      <details className={own.words}>
        <summary>{t('improvement.fishboneText')}</summary>
        <ul>
          {bones.map((bone) => (
            <li key={bone.category}>
              {t(`enums.CauseCategory.${bone.category}`)}
              <ul>
                {bone.twigs.map(({ cause }) => (
                  <li key={cause.id}>
                    {numbers.get(cause.id)} {cause.text}
                    {cause.confirmedRoot && ` (${t('improvement.rootCause')})`}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}

function BoneShape({ bone, numbers }: { bone: Bone; numbers: ReadonlyMap<string, string> }) {
  const { t } = useTranslation();
  const { tip, foot, twigs, side } = bone;
  return (
    <g>
      <line className={own.bone} x1={tip.x} y1={tip.y} x2={foot.x} y2={foot.y} />
      <text className={own.category} x={tip.x} y={side === 'above' ? tip.y - 8 : tip.y + 18} textAnchor="middle" aria-hidden>
        {t(`enums.CauseCategory.${bone.category}`)}
      </text>
      {twigs.map((twig) => {
        const { cause, lines, from, to, y } = twig;
        const words = wordsOf(twig, side);
        return (
        <a
          key={cause.id}
          href={`#${anchorOf(cause.id)}`}
          className={own.twig}
          data-root={cause.confirmedRoot || undefined}
          onClick={(event) => {
            event.preventDefault();
            focusCause(cause.id);
          }}
        >
          <title>{`${t(`enums.CauseCategory.${bone.category}`)}: ${numbers.get(cause.id)} ${cause.text}${cause.confirmedRoot ? ` (${t('improvement.rootCause')})` : ''}`}</title>
          <rect className={own.area} x={from - 2} y={side === 'above' ? y - 2 : y - 34} width={to - from + 4} height={36} rx={3} />
          <line className={own.line} x1={from} y1={y} x2={to} y2={y} />
          <text className={own.cause} aria-hidden>
            {lines.map((line, index) => (
              <tspan key={index} x={from} y={words[index]}>
                {line}
              </tspan>
            ))}
          </text>
        </a>
        );
      })}
    </g>
  );
}
