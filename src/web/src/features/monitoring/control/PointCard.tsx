import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { HealthBadge } from '../health/HealthBadge';
import styles from './Control.module.css';
import { actualBy, type PointLineData } from './points';
import { PointStatus } from './PointStatus';

interface PointCardProps {
  point: PointLineData;
  onOpen: () => void;
  onReport: () => void;
  onFollowUp: () => void;
}

/** A control point in a list, with what the viewer can do about it. */
export function PointCard({ point, onOpen, onReport, onFollowUp }: PointCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { objective, report } = point;
  const { measure, progress, owner } = objective;
  const figure = (value: string | null) => (value === null ? '—' : `${groupDecimal(value, measure.decimals)} ${measure.unitOfMeasure}`);
  const reached = point.period === null ? null : actualBy(progress.series, point.period);
  return (
    <li className={styles.card} data-point={point.id}>
      <div className={styles.when}>
        <time dateTime={point.date}>{formatDay(point.date, language)}</time>
        <PointStatus status={point.status} />
      </div>
      <div className={styles.what}>
        <button type="button" className={styles.open} onClick={onOpen}>
          {objective.title}
        </button>
        <div className={styles.line}>
          <span className="number">{objective.code}</span>
          <span>{owner.name}</span>
          <span>
            {t('control.expected')} <span className="number">{figure(point.expected)}</span>
          </span>
          <span>
            {t('control.reached')} <span className="number">{figure(reached)}</span>
          </span>
          <HealthBadge health={progress.health} />
        </div>
        {report && (
          <p className={styles.said}>
            {t('control.confidence')} {t('control.confidenceOf', { level: report.confidence })} · {report.selfReview}
          </p>
        )}
      </div>
      {(point.viewerMayReport && point.status !== 'SCHEDULED') || report?.viewerMayFollowUp ? (
        <div className={styles.act}>
          {report?.viewerMayFollowUp ? (
            <Button variant="default" onClick={onFollowUp} aria-label={t('control.followUpNamed', { name: owner.name, title: objective.title })}>
              {t('control.followUp')}
            </Button>
          ) : (
            <Button variant="default" onClick={onReport} aria-label={t('control.doReportNamed', { title: objective.title })}>
              {t('control.doReport')}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}
