import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import type { CardStatus } from './scorecards';
import styles from './Scorecards.module.css';

const stages = ['DRAFT', 'ACTIVE', 'SELF_APPRAISED', 'APPRAISED', 'CALIBRATED', 'SIGNED'] as const;

/** How far a scorecard has come. */
export function Stages({ status }: { status: CardStatus }) {
  const { t } = useTranslation();
  const reached = status === 'DISPUTED' ? stages.indexOf('CALIBRATED') : stages.indexOf(status);
  return (
    <ol className={styles.stages} aria-label={t('scorecards.stages')}>
      {stages.map((stage, index) => (
        <li key={stage} data-place={index === reached ? 'now' : index < reached ? 'done' : 'ahead'} aria-current={index === reached ? 'step' : undefined}>
          {index > 0 && <Icon name="chevronRight" size={12} />}
          {index <= reached && <Icon name="check" size={12} />}
          {t(`enums.ScorecardStatus.${index === reached ? status : stage}`)}
        </li>
      ))}
    </ol>
  );
}
