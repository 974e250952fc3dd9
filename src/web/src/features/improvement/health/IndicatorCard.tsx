import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { groupDecimal } from '../../../format/decimal';
import { isLoad, type IndicatorData } from './health';
import styles from './Health.module.css';
import { StateBadge } from './StateBadge';
import { TrendChart, TrendTable } from './TrendView';

interface IndicatorCardProps {
  indicator: IndicatorData;
  number: number;
  months: readonly string[];
  asTable: boolean;
  onOpen: () => void;
}

/** One cause of failure: how it stands, how it came there, and what the source says to do about it. */
export function IndicatorCard({ indicator, number, months, asTable, onOpen }: IndicatorCardProps) {
  const { t } = useTranslation();
  const id = useId();
  const { cause, state, value, threshold } = indicator;
  const name = t(`health.cause.${cause}`);
  const amount = (figure: string) => (isLoad(cause) ? t('health.amount', { figure: groupDecimal(figure) }) : t('common.percent', { percent: groupDecimal(figure) }));
  const View = asTable ? TrendTable : TrendChart;
  return (
    <article className={`surface ${styles.card}`} data-state={state} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className={styles.title} id={id}>
          {number}. {name}
        </h2>
        <StateBadge state={state} />
      </div>
      <div className={styles.figures}>
        <span className={styles.value}>{value === null ? '—' : amount(value)}</span>
        <span className={styles.quiet}>{t(isLoad(cause) ? 'health.atMost' : 'health.atLeast', { threshold: amount(threshold) })}</span>
      </div>
      <View indicator={indicator} months={months} name={name} />
      <p className={styles.formula}>{indicator.formula}</p>
      {(state === 'RED' || state === 'AMBER') && (
        <p className={styles.remedy}>
          <strong>{t('health.remedy')}</strong> {indicator.remedy}
        </p>
      )}
      <div className={styles.foot}>
        <Button variant="default" size="compact-md" leftSection={<Icon name="list" />} aria-label={t('health.recordsOf', { name })} onClick={onOpen}>
          {t('health.records')}
        </Button>
      </div>
    </article>
  );
}
