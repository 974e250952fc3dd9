import { useTranslation } from 'react-i18next';
import type { CycleStatus, ObjectiveStatus } from '../../../api/graphql';
import styles from './StatusBadge.module.css';

export function StatusBadge({ status }: { status: ObjectiveStatus }) {
  const { t } = useTranslation();
  return (
    <span className={styles.badge} data-status={status}>
      {t(`enums.ObjectiveStatus.${status}`)}
    </span>
  );
}

export function CycleStatusBadge({ status }: { status: CycleStatus }) {
  const { t } = useTranslation();
  return (
    <span className={styles.badge} data-status={status}>
      {t(`enums.CycleStatus.${status}`)}
    </span>
  );
}
