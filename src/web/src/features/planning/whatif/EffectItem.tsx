import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { groupDecimal } from '../../../format/decimal';
import { TargetText } from '../objectives/TargetText';
import { statesOf, type CoverageState, type EffectData } from './whatIf';
import styles from './WhatIf.module.css';

interface EffectItemProps {
  effect: EffectData;
  /** Of the objective whose target is tried: by those below it. */
  isOwn: boolean;
  /** What is to be covered. */
  target: string;
}

/** How far a target is covered, before and after. */
export function EffectItem({ effect, isOwn, target }: EffectItemProps) {
  const { t } = useTranslation();
  const { objective, coverageBefore, coverageAfter, shortfall } = effect;
  const { before, after } = statesOf(effect);
  const most = Math.max(100, Number(coverageBefore ?? 0), Number(coverageAfter ?? 0));
  return (
    <li className={styles.effect} data-state={after}>
      <Text size="xs" c="dimmed">
        {t(isOwn ? 'whatIf.below' : 'whatIf.above')}
      </Text>
      <div style={{ overflowWrap: 'anywhere' }}>
        {isOwn ? (
          <span>{objective.title}</span>
        ) : (
          <Link className="plain-link" to={`/objectives/${objective.id}`}>
            <span className="number">{objective.code}</span> {objective.title}
          </Link>
        )}
        {' · '}
        {t('whatIf.of')} <TargetText target={target} measure={objective.measure} />
      </div>
      <Text size="sm" fw={600}>
        {t(`whatIf.${before === after ? 'stays' : 'becomes'}.${after}`)}
        {after === 'SHORT' && (
          <>
            {' · '}
            {t('whatIf.shortfall')} <TargetText target={shortfall} measure={objective.measure} />
          </>
        )}
      </Text>
      {(coverageBefore !== null || coverageAfter !== null) && (
        <div className={styles.bars}>
          <CoverageBar name={t('whatIf.before')} coverage={coverageBefore} most={most} />
          <CoverageBar name={t('whatIf.after')} coverage={coverageAfter} most={most} state={after} />
        </div>
      )}
    </li>
  );
}

function CoverageBar({ name, coverage, most, state }: { name: string; coverage: string | null; most: number; state?: CoverageState }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{name}</span>
      <div className={styles.track} aria-hidden>
        <div className={styles.fill} data-state={state} style={{ width: `${(100 * Math.max(0, Number(coverage ?? 0))) / most}%` }} />
        <div className={styles.whole} style={{ insetInlineStart: `calc(${10_000 / most}% - 2px)` }} />
      </div>
      <span className="number">{coverage === null ? '—' : t('common.percent', { percent: groupDecimal(coverage) })}</span>
    </>
  );
}
