import { useTranslation } from 'react-i18next';
import { FactList } from '../../../components/FactList';
import { Section } from '../../../components/Section';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useInstant } from '../../organization/workspace/workspace';
import type { CaseData } from '../cases/cases';
import styles from '../Improvement.module.css';

/** What is carried out, why that, by whom and until when. */
export function DecisionSection({ known }: { known: CaseData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const instant = useInstant();
  const { decision, responsible, due, reportEveryDays, completedAt } = known;
  if (!decision) return null;
  return (
    <Section title={t('improvement.decision')}>
      <div className={styles.part}>
        <strong>{decision.chosen.title}</strong>
        <p className={styles.text}>{decision.rationale}</p>
        <FactList
          facts={[
            [t('improvement.decidedBy'), t('improvement.byPerson', { name: decision.by.name, at: instant(decision.at) })],
            [t('improvement.responsible'), responsible?.name],
            [t('improvement.due'), due && formatDay(due, language)],
            [t('improvement.rhythm'), reportEveryDays !== null && t('improvement.every', { count: reportEveryDays })],
            [t('improvement.doneAt'), completedAt && instant(completedAt)],
          ]}
        />
      </div>
    </Section>
  );
}
