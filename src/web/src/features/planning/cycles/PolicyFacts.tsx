import { useTranslation } from 'react-i18next';
import { groupDecimal } from '../../../format/decimal';
import type { CycleData } from './cycle';
import styles from './PolicyFacts.module.css';
import { countThresholds, decimalThresholds } from './policyFields';

export function PolicyFacts({ policy }: { policy: CycleData['policy'] }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.list}>
      <div>
        <dt>{t('cycles.thresholds.unacknowledgedBriefing')}</dt>
        <dd>{t(`enums.PolicyAction.${policy.unacknowledgedBriefing}`)}</dd>
      </div>
      {decimalThresholds.map((name) => (
        <div key={name}>
          <dt>{t(`cycles.thresholds.${name}`)}</dt>
          <dd className="number">{groupDecimal(policy[name])}</dd>
        </div>
      ))}
      {countThresholds.map((name) => (
        <div key={name}>
          <dt>{t(`cycles.thresholds.${name}`)}</dt>
          <dd className="number">{policy[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
