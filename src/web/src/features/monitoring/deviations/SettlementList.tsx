import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInstant } from '../../organization/workspace/workspace';
import type { DeviationData } from './deviations';
import styles from './Deviations.module.css';

/** What each side signed; what counts no longer says so. */
export function SettlementList({ settlements }: Pick<DeviationData, 'settlements'>) {
  const { t } = useTranslation();
  const instant = useInstant();
  return (
    <ul className={styles.list}>
      {settlements.map(({ by, at, agreement, counts }) => (
        <li key={`${by.id} ${at}`} className={styles.settlement} data-counts={counts}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {agreement}
          </Text>
          <Text size="xs" c="dimmed">
            {t('deviations.signedBy', { name: by.name, at: instant(at) })}
            {!counts && ` · ${t('deviations.before')}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}
