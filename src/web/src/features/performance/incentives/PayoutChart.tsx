import { useTranslation } from 'react-i18next';
import { cornersOf } from './curve';
import styles from './Incentives.module.css';

interface PayoutChartProps {
  rules: readonly { fromScore: string; percentOfTarget: string }[];
}

const width = 420;
const height = 190;
const left = 44;
const bottom = 30;
const top = 10;
const right = 12;

/** What each score pays, as a line. The rules beside it say the same in words. */
export function PayoutChart({ rules }: PayoutChartProps) {
  const { t } = useTranslation();
  const corners = cornersOf(rules);
  const mostScore = corners.at(-1)?.score ?? 1;
  const mostPercent = Math.max(100, ...corners.map((corner) => corner.percent));
  const x = (score: number) => left + (score / mostScore) * (width - left - right);
  const y = (percent: number) => height - bottom - (percent / mostPercent) * (height - bottom - top);
  const scores = [...new Set([0, ...rules.map((rule) => Number(rule.fromScore))])];
  const percents = [...new Set([0, 100, mostPercent])];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('incentives.chart')} className={styles.chart}>
      {percents.map((percent) => (
        <g key={percent}>
          <line x1={left} x2={width - right} y1={y(percent)} y2={y(percent)} className={styles.grid} />
          <text x={left - 6} y={y(percent) + 4} textAnchor="end" className={styles.tick}>
            {t('common.percent', { percent: percent })}
          </text>
        </g>
      ))}
      {scores.map((score) => (
        <text key={score} x={x(score)} y={height - bottom + 16} textAnchor="middle" className={styles.tick}>
          {score}
        </text>
      ))}
      <polyline points={corners.map((corner) => `${x(corner.score)},${y(corner.percent)}`).join(' ')} className={styles.line} />
      {rules.map((rule) => (
        <circle key={rule.fromScore} cx={x(Number(rule.fromScore))} cy={y(Number(rule.percentOfTarget))} r={3.5} className={styles.dot} />
      ))}
    </svg>
  );
}
