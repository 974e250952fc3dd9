import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMonth } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { HealthBadge } from '../health/HealthBadge';
import { ReportCell } from './ReportCell';
import { entryOf, keyOf, lastBefore, pointOf } from './reporting';
import type { SheetParts } from './ReportSheet';
import { placeOf } from './sheet';
import { useAttainment } from './StandingAfter';
import styles from './Report.module.css';

/** The same on a phone: one month, one objective under the other. */
export function ReportList({ objectives, months, closed, today, showOwners, cells, sent, errors, before, isReadOnly, onType, onCorrect }: SheetParts) {
  const { t } = useTranslation();
  const language = useLanguage();
  const percent = useAttainment();
  const month = months[0] ?? '';
  return (
    <ul className={styles.list} aria-label={t('report.title')}>
      {objectives.map((objective, row) => {
        const { measure, progress } = objective;
        const write = (value: string | null | undefined) => (value === null || value === undefined ? '—' : groupDecimal(value, measure.decimals));
        const entry = entryOf(objective, month);
        const last = lastBefore(objective, month);
        const old = before.get(objective.id);
        return (
          <li key={objective.id}>
            <Link className="plain-link" data-row={row} data-column={0} to={`/objectives/${objective.id}`}>
              {objective.title}
            </Link>
            <span className={styles.meta}>
              {showOwners && `${objective.owner.name} · `}
              {t('progress.target')} {write(pointOf(objective, month)?.target)} {measure.unitOfMeasure}
              {last && ` · ${formatMonth(last.period, language)} ${write(last.actual)}`}
            </span>
            <div className={styles.line}>
              <div className={styles.cell}>
                <ReportCell
                  row={row}
                  column={1}
                  objective={objective}
                  monthName={formatMonth(month, language)}
                  place={placeOf(month, closed, today)}
                  entry={entry}
                  typed={cells.get(keyOf(objective.id, month))}
                  sent={sent.get(keyOf(objective.id, month))}
                  error={errors.get(keyOf(objective.id, month))}
                  isReadOnly={isReadOnly}
                  onType={(text) => onType(keyOf(objective.id, month), text)}
                  onCorrect={() => entry && onCorrect(objective, entry)}
                />
              </div>
              <span className={styles.standing}>
                <span className="number">
                  {percent(progress.attainment)}
                  {old !== undefined && old !== progress.attainment && <span className={styles.meta}>{t('report.before', { value: percent(old) })}</span>}
                </span>
                <HealthBadge health={progress.health} />
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
