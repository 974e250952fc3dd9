import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../components/Icon';
import type { DeviationStatus } from './deviations';
import styles from './Deviations.module.css';

const icons: Readonly<Record<DeviationStatus, IconName>> = { OPEN: 'warning', IN_HAND: 'clock', RESOLVED: 'check', CLOSED: 'archive' };

/** How far a deviation is handled: by word and picture as well as by colour. */
export function DeviationStatusBadge({ status }: { status: DeviationStatus }) {
  const { t } = useTranslation();
  return (
    <span className={styles.badge} data-status={status}>
      <Icon name={icons[status]} size={12} />
      {t(`enums.DeviationStatus.${status}`)}
    </span>
  );
}
