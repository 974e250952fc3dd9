import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../components/Icon';
import styles from './Control.module.css';
import type { ControlPointStatus } from './points';

const icons: Readonly<Record<ControlPointStatus, IconName>> = { SCHEDULED: 'calendar', DUE: 'clock', MISSED: 'warning', REPORTED: 'comment', REVIEWED: 'check' };

/** How a control point stands: by word and picture as well as by colour. */
export function PointStatus({ status }: { status: ControlPointStatus }) {
  const { t } = useTranslation();
  return (
    <span className={styles.badge} data-status={status}>
      <Icon name={icons[status]} size={12} />
      {t(`enums.ControlPointStatus.${status}`)}
    </span>
  );
}
