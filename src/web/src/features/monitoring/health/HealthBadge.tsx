import { useTranslation } from 'react-i18next';
import type { Health } from '../../../api/graphql';
import { Icon, type IconName } from '../../../components/Icon';
import styles from './HealthBadge.module.css';

const icons: Readonly<Record<Health, IconName>> = { ON_TRACK: 'check', AT_RISK: 'warning', OFF_TRACK: 'close', ACHIEVED: 'flag', UNKNOWN: 'clock', EXEMPT: 'archive' };

/** How an objective does: by word and picture as well as by colour. */
export function HealthBadge({ health }: { health: Health }) {
  const { t } = useTranslation();
  return (
    <span className={styles.badge} data-health={health}>
      <Icon name={icons[health]} size={12} />
      {t(`enums.Health.${health}`)}
    </span>
  );
}
