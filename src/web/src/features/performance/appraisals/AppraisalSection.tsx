import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import { Said } from '../../monitoring/control/Said';
import { useInstant } from '../../organization/workspace/workspace';
import type { CardData } from '../scorecards/scorecards';
import styles from '../scorecards/Scorecards.module.css';

/** What the person, the leader and HR said, and who signed. */
export function AppraisalSection({ card, isOwn }: { card: CardData; isOwn: boolean }) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { appraisal } = card;
  const when = (name: string | undefined, at: string | null) => (at ? [name, instant(at)].filter(Boolean).join(' · ') : undefined);
  if (!appraisal) {
    return (
      <Section title={t('appraisals.title')}>
        <Text size="sm" c="dimmed" p="md">
          {t(card.status === 'DRAFT' ? 'appraisals.noneDraft' : 'appraisals.none')}
        </Text>
      </Section>
    );
  }
  const isHidden = isOwn && (card.status === 'SELF_APPRAISED' || card.status === 'APPRAISED');
  return (
    <Section title={t('appraisals.title')}>
      <div className={styles.parts}>
        <Part title={t('appraisals.selfReview')} by={when(card.person.name, appraisal.selfAppraisedAt)}>
          {appraisal.selfScore && <Said label={t('appraisals.selfScore')} text={groupDecimal(appraisal.selfScore, 2)} />}
          {appraisal.selfReview && <Said label={t('appraisals.review')} text={appraisal.selfReview} />}
        </Part>
        {isHidden ? (
          <Part title={t('appraisals.leaderReview')}>
            <Text size="sm" c="dimmed" component="dd" m={0}>
              {t('appraisals.notReleased')}
            </Text>
          </Part>
        ) : (
          appraisal.leaderReview && (
            <Part title={t('appraisals.leaderReview')} by={when(appraisal.appraisedBy?.name, appraisal.appraisedAt)}>
              <Said label={t('appraisals.review')} text={appraisal.leaderReview} />
            </Part>
          )
        )}
        {appraisal.finalScore && (
          <Part title={t('appraisals.calibration')} by={when(appraisal.calibratedBy?.name, appraisal.calibratedAt)}>
            <Said label={t('appraisals.finalScore')} text={groupDecimal(appraisal.finalScore, 2)} />
            {appraisal.grade && <Said label={t('appraisals.grade')} text={appraisal.grade} />}
            {appraisal.calibrationNote && <Said label={t('appraisals.note')} text={appraisal.calibrationNote} />}
          </Part>
        )}
        {appraisal.dispute && (
          <Part title={t('appraisals.dispute')} by={when(card.person.name, appraisal.disputedAt)}>
            <Said label={t('appraisals.reason')} text={appraisal.dispute} />
            {appraisal.disputeResolution && <Said label={`${t('appraisals.resolution')} · ${when(appraisal.resolvedBy?.name, appraisal.resolvedAt) ?? ''}`} text={appraisal.disputeResolution} />}
          </Part>
        )}
        {appraisal.finalScore && (
          <Part title={t('appraisals.signatures')}>
            <Said label={t('appraisals.ofPerson')} text={when(card.person.name, appraisal.ownerSignedAt) ?? t('appraisals.unsigned')} />
            <Said label={t('appraisals.ofLeader')} text={when(appraisal.leaderSignedBy?.name, appraisal.leaderSignedAt) ?? t('appraisals.unsigned')} />
          </Part>
        )}
      </div>
    </Section>
  );
}

function Part({ title, by, children }: { title: string; by?: string; children: React.ReactNode }) {
  return (
    <div className={styles.part}>
      <Text component="h3" size="sm" fw={600} m={0}>
        {title}
      </Text>
      {by && (
        <Text size="xs" c="dimmed">
          {by}
        </Text>
      )}
      <dl style={{ display: 'grid', gap: 8, margin: '8px 0 0' }}>{children}</dl>
    </div>
  );
}
