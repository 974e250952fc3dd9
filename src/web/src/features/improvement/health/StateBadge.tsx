import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../components/Icon';
import type { IndicatorState } from './health';
import styles from './Health.module.css';

const icons: Readonly<Record<IndicatorState, IconName>> = { GREEN: 'check', AMBER: 'warning', RED: 'close', UNKNOWN: 'clock' };

/** How an indicator is: by word and picture as well as by colour. */
export function StateBadge({ state, count }: { state: IndicatorState; count?: number }) {
  const { t } = useTranslation();
  return (
    <span className={styles.badge} data-state={state}>
      <Icon name={icons[state]} size={12} />
      {t(`health.state.${state}`)}
      {count !== undefined && <strong className="number">{count}</strong>}
    </span>
  );
}
