import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { useList } from '../../../i18n/useList';
import { groupMoney } from '../../performance/incentives/money';
import type { CaseData, CountermeasureData } from '../cases/cases';
import styles from '../Improvement.module.css';

interface CountermeasureListProps {
  known: CaseData;
  may: boolean;
  onEdit: (measure: CountermeasureData) => void;
  onRemove: (measure: CountermeasureData) => void;
}

/** What each countermeasure is, what it costs and which root causes it deals with. */
export function CountermeasureList({ known, may, onEdit, onRemove }: CountermeasureListProps) {
  const { t } = useTranslation();
  const list = useList();
  const chosen = known.decision?.chosen.id;
  return (
    <ul className={styles.list} aria-label={t('improvement.countermeasures')}>
      {known.countermeasures.map((measure) => (
        <li key={measure.id} className={styles.entry} data-countermeasure={measure.id}>
          <strong>{measure.title}</strong>{' '}
          {measure.id === chosen && (
            <span className={styles.badge} data-kind="root">
              <Icon name="check" size={12} />
              {t('improvement.chosen')}
            </span>
          )}
          <p className={styles.text}>{measure.description}</p>
          <div className={styles.line}>
            <span>{t('improvement.against', { causes: list.format(known.causes.filter((cause) => measure.addresses.includes(cause.id)).map((cause) => cause.text)) })}</span>
            {measure.cost && <span>{t('improvement.costs', { amount: `${groupMoney(measure.cost.amount, measure.cost.currency)} ${measure.cost.currency}` })}</span>}
          </div>
          {may && (
            <Group gap={6} mt={4}>
              <Button size="compact-xs" variant="default" aria-label={t('improvement.editOf', { title: measure.title })} onClick={() => onEdit(measure)}>
                {t('improvement.edit')}
              </Button>
              {measure.id !== chosen && (
                <Button size="compact-xs" variant="default" aria-label={t('improvement.removeOf', { cause: measure.title })} onClick={() => onRemove(measure)}>
                  {t('improvement.remove')}
                </Button>
              )}
            </Group>
          )}
        </li>
      ))}
    </ul>
  );
}
