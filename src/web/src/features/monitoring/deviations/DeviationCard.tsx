import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { dayOf, formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import type { DeviationLineData } from './deviations';
import styles from './Deviations.module.css';
import { DeviationStatusBadge } from './DeviationStatusBadge';

interface DeviationCardProps {
  deviation: DeviationLineData;
  /** Where the list is not the objective's own. */
  withObjective?: boolean;
  onOpen: () => void;
  /** What is said besides. */
  children?: ReactNode;
}

/** A deviation in a list: what lags, how it is handled, and how much of the tree it endangers. */
export function DeviationCard({ deviation, withObjective = false, onOpen, children }: DeviationCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { organization } = useWorkspace();
  const { objective, impact, route } = deviation;
  const endangered = impact.filter((effect) => effect.endangered).length;
  const way = t(`enums.DeviationRoute.${route}`);
  return (
    <li className={styles.card} data-deviation={deviation.id}>
      <button type="button" className={styles.open} onClick={onOpen}>
        {withObjective ? objective.title : deviation.description}
      </button>
      {withObjective && (
        <div className={styles.line}>
          <span className="number">{objective.code}</span>
          <span>{objective.owner.name}</span>
        </div>
      )}
      {withObjective && <p className={styles.said}>{deviation.description}</p>}
      <div className={styles.line}>
        <DeviationStatusBadge status={deviation.status} />
        <span>{t(`enums.DeviationKind.${deviation.kind}`)}</span>
        {!withObjective && <span>{t(`enums.DeviationSeverity.${deviation.severity}`)}</span>}
        {deviation.externalCause && <span>{t('deviations.external')}</span>}
        <span>{deviation.routed ? way : t('deviations.suggested', { route: way })}</span>
        <time dateTime={deviation.openedAt}>{t('deviations.since', { day: formatDay(dayOf(deviation.openedAt, organization.timeZone), language) })}</time>
      </div>
      {endangered > 0 && (
        <div className={styles.danger}>
          <Icon name="warning" size={12} />
          {t('deviations.endangered', { count: endangered })}
        </div>
      )}
      {children}
    </li>
  );
}
