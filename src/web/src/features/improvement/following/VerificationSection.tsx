import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useInstant } from '../../organization/workspace/workspace';
import type { CaseData, VerificationData } from '../cases/cases';
import styles from '../Improvement.module.css';
import { EvidenceFacts } from './EvidenceFacts';
import { EvidenceToday } from './EvidenceToday';

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
        <EvidenceToday known={known} />
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
  const instant = useInstant();
  const { verdict, reason, by, at } = verification;
  return (
    <div className={styles.entry}>
      <span className={styles.badge} data-kind={verdict === 'NOT_CLOSED' ? 'late' : 'root'}>
        <Icon name={verdict === 'NOT_CLOSED' ? 'warning' : 'check'} size={12} />
        {t(`enums.VerificationVerdict.${verdict}`)}
      </span>
      <EvidenceFacts
        evidence={verification}
        measure={measure}
        more={[
          [t('improvement.acceptedBecause'), reason],
          [t('improvement.verifiedBy'), t('improvement.byPerson', { name: by.name, at: instant(at) })],
        ]}
      />
    </div>
  );
}
