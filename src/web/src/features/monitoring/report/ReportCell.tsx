import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { figureOf } from '../actuals/actuals';
import type { RecordedActual, ReportedObjective } from './reporting';
import styles from './Report.module.css';
import type { MonthPlace } from './sheet';

interface ReportCellProps {
  row: number;
  column: number;
  objective: ReportedObjective;
  /** As people write it. */
  monthName: string;
  place: MonthPlace;
  entry: RecordedActual | undefined;
  /** What is typed and not saved. */
  typed: string | undefined;
  /** What was just saved, until it is read back. */
  sent: string | undefined;
  error: string | undefined;
  isReadOnly: boolean;
  onType: (text: string) => void;
  onCorrect: () => void;
}

/** A month of an objective: to be filled, filled, or closed. */
export function ReportCell({ row, column, objective, monthName, place, entry, typed, sent, error, isReadOnly, onType, onCorrect }: ReportCellProps) {
  const { t } = useTranslation();
  const name = t('report.cell', { title: objective.title, month: monthName });
  const { measure } = objective;
  if (entry) {
    const figure = figureOf(entry, measure.decimals);
    return (
      <button type="button" className={styles.recorded} data-row={row} data-column={column} aria-label={t('report.correctCell', { name, figure })} title={t('progress.correct')} onClick={onCorrect}>
        {figure}
        <Icon name="edit" size={11} />
        {typed !== undefined && <span className={styles.waiting}>{t('report.filledMeanwhile', { typed })}</span>}
      </button>
    );
  }
  if (sent !== undefined && typed === undefined) return <span className={styles.sent}>{sent}</span>;
  if (place !== 'OPEN') return <span className={styles.locked}>{t(place === 'CLOSED' ? 'report.closed' : 'report.toCome')}</span>;
  const errorId = `report-${row}-${column}`;
  return (
    <>
      <input
        className={styles.input}
        data-row={row}
        data-column={column}
        data-unsaved={typed === undefined ? undefined : ''}
        aria-label={typed === undefined ? name : t('report.unsavedCell', { name })}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : errorId}
        inputMode={measure.aggregation === 'RATIO' ? 'text' : 'decimal'}
        enterKeyHint="next"
        autoComplete="off"
        placeholder={measure.aggregation === 'RATIO' ? t('report.ratioHint') : undefined}
        readOnly={isReadOnly}
        value={typed ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {error !== undefined && (
        <span id={errorId} className={styles.error}>
          {error}
        </span>
      )}
    </>
  );
}
