import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FactList } from '../../../components/FactList';
import { Section } from '../../../components/Section';
import { useInstant } from '../../organization/workspace/workspace';
import { TargetText } from '../../planning/objectives/TargetText';
import styles from '../Improvement.module.css';
import type { CaseData } from './cases';

/** From which deviation of which objective a case was opened. */
export function CaseFacts({ known }: { known: CaseData }) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { objective, deviation } = known;
  return (
    <Section title={t('improvement.deviation')}>
      <div className={styles.part}>
        <p className={styles.text}>
          <Link className="text-link" to={`/deviations?status=all&deviation=${deviation.id}`}>
            {deviation.description}
          </Link>
        </p>
        <FactList
          facts={[
            [
              t('improvement.objective'),
              <Link key="objective" className="plain-link" to={`/objectives/${objective.id}`}>
                {objective.code} {objective.title}
              </Link>,
            ],
            [t('improvement.owner'), objective.owner.name],
            [t('improvement.target'), <TargetText key="target" target={objective.target} lowerBound={objective.lowerBound} measure={objective.measure} />],
            [t('deviations.kind'), t(`enums.DeviationKind.${deviation.kind}`)],
            [t('deviations.status'), t(`enums.DeviationStatus.${deviation.status}`)],
            [t('improvement.lagSince'), instant(deviation.openedAt)],
            [t('improvement.openedBy'), t('improvement.byPerson', { name: known.openedBy.name, at: instant(known.openedAt) })],
            [t('improvement.closed'), known.closedAt && instant(known.closedAt)],
          ]}
        />
      </div>
    </Section>
  );
}
