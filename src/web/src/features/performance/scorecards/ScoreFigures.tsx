import { useTranslation } from 'react-i18next';
import { groupDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import type { CardData } from './scorecards';
import styles from './Scorecards.module.css';

/** What it comes to, and how much of it rests on what is on record. */
export function ScoreFigures({ card }: { card: CardData }) {
  const { t } = useTranslation();
  const { score, evidenceShare, appraisal } = card;
  return (
    <dl className={`surface ${styles.figures}`} style={{ marginBlock: '0 16px' }}>
      <Figure name={t('scorecards.score')} value={score === null ? '—' : groupDecimal(score, 2)} hint={t(score === null ? 'scorecards.noScoreHint' : 'scorecards.scoreHint')} />
      {evidenceShare !== null && <Figure name={t('scorecards.evidence')} value={t('common.percent', { percent: percentOfOne(evidenceShare) })} hint={t(evidenceShare === '1' ? 'scorecards.evidenceAll' : 'scorecards.evidenceHint')} />}
      {appraisal?.selfScore && <Figure name={t('appraisals.selfScore')} value={groupDecimal(appraisal.selfScore, 2)} />}
      {appraisal?.finalScore && <Figure name={t('appraisals.finalScore')} value={groupDecimal(appraisal.finalScore, 2)} />}
      {appraisal?.grade && <Figure name={t('appraisals.grade')} value={appraisal.grade} />}
    </dl>
  );
}

function Figure({ name, value, hint }: { name: string; value: string; hint?: string }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {hint && <div style={{ color: 'var(--quiet)', fontSize: 12, maxWidth: 300 }}>{hint}</div>}
      </dd>
    </div>
  );
}
