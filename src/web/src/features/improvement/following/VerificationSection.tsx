import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FactList } from '../../../components/FactList';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { formatDay, formatPeriod } from '../../../format/dates';
import { roundTo } from '../../../format/sums';
import { useLanguage } from '../../../i18n/useLanguage';
import { useList } from '../../../i18n/useList';
import { useInstant } from '../../organization/workspace/workspace';
import { TargetText } from '../../planning/objectives/TargetText';
import type { CaseData, VerificationData } from '../cases/cases';
import styles from '../Improvement.module.css';
import { GapBars } from './GapBars';

/** Whether it helped, by what later months show; and what was learned. */
export function VerificationSection({ known }: { known: CaseData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, verifiableFrom, verifications, lessons } = known;
  if (status !== 'VERIFYING' && verifications.length === 0) return null;
  return (
    <Section title={t('improvement.verification')}>
      <div className={styles.part}>
        {status === 'VERIFYING' && (
          <Text size="sm" mb={verifications.length > 0 ? 'sm' : 0}>
            {t('improvement.verificationRule')} {verifiableFrom && (known.objective.cycle.end < verifiableFrom ? t('improvement.noMonthLeft') : t('improvement.verifiableFrom', { day: formatDay(verifiableFrom, language) }))}
          </Text>
        )}
        {verifications.map((verification) => (
          <Verified key={verification.at} verification={verification} measure={known.objective.measure} />
        ))}
      </div>
      {lessons && (
        <div className={styles.part}>
          <Text size="sm" fw={600}>
            {t('improvement.lesson')}
          </Text>
          <p className={styles.text}>{lessons}</p>
        </div>
      )}
    </Section>
  );
}

function Verified({ verification, measure }: { verification: VerificationData; measure: CaseData['objective']['measure'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useList();
  const instant = useInstant();
  const { verdict, periods, reason, by, at } = verification;
  const [gapBefore, gapAfter] = [verification.gapBefore, verification.gapAfter].map((gap) => roundTo(gap, Math.min(measure.decimals + 1, 6))) as [string, string];
  return (
    <div className={styles.entry}>
      <span className={styles.badge} data-kind={verdict === 'NOT_CLOSED' ? 'late' : 'root'}>
        <Icon name={verdict === 'NOT_CLOSED' ? 'warning' : 'check'} size={12} />
        {t(`enums.VerificationVerdict.${verdict}`)}
      </span>
      <GapBars before={gapBefore} after={periods.length === 0 ? null : gapAfter} measure={measure} />
      <FactList
        facts={[
          [t('improvement.months'), list.format(periods.map((period) => formatPeriod(period, language)))],
          [t('improvement.gapBefore'), <TargetText key="before" target={gapBefore} measure={measure} />],
          [t('improvement.gapAfter'), periods.length > 0 && <TargetText key="after" target={gapAfter} measure={measure} />],
          [t('improvement.acceptedBecause'), reason],
          [t('improvement.verifiedBy'), t('improvement.byPerson', { name: by.name, at: instant(at) })],
        ]}
      />
    </div>
  );
}
