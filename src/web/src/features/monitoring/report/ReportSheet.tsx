import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMonth } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { StandingAfter } from './StandingAfter';
import { ReportCell } from './ReportCell';
import { entryOf, keyOf, lastBefore, pointOf, type RecordedActual, type ReportedObjective } from './reporting';
import { placeOf } from './sheet';
import styles from './Report.module.css';

export interface SheetParts {
  objectives: readonly ReportedObjective[];
  months: readonly string[];
  closed: readonly string[];
  today: string;
  due: string;
  showOwners: boolean;
  /** What is typed and not saved. */
  cells: ReadonlyMap<string, string>;
  /** What was just saved and is not read back yet. */
  sent: ReadonlyMap<string, string>;
  errors: ReadonlyMap<string, string>;
  /** Attainment before the last saving, of what was saved. */
  before: ReadonlyMap<string, string | null>;
  isReadOnly: boolean;
  onType: (key: string, text: string) => void;
  onCorrect: (objective: ReportedObjective, actual: RecordedActual) => void;
}

export function ReportSheet({ objectives, months, closed, today, due, showOwners, cells, sent, errors, before, isReadOnly, onType, onCorrect }: SheetParts) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles.scroller}>
      <table className={styles.sheet} aria-label={t('report.title')}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {t('objective.title')}
            </th>
            <th scope="col">{t('report.targetOf', { month: formatMonth(due, language) })}</th>
            <th scope="col">{t('report.last')}</th>
            <th scope="col">{t('tree.columns.progress')}</th>
            <th scope="col" className={styles.start}>
              {t('progress.health')}
            </th>
            {months.map((month) => (
              <th key={month} scope="col" className={styles.monthHead}>
                {formatMonth(month, language)}
                {month === due && <span className={styles.due}>{t('report.due')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {objectives.map((objective, row) => (
            <SheetRow
              key={objective.id}
              row={row}
              objective={objective}
              months={months}
              places={months.map((month) => placeOf(month, closed, today))}
              typed={months.map((month) => cells.get(keyOf(objective.id, month)))}
              sent={months.map((month) => sent.get(keyOf(objective.id, month)))}
              errors={months.map((month) => errors.get(keyOf(objective.id, month)))}
              due={due}
              owner={showOwners ? objective.owner.name : null}
              before={before.get(objective.id)}
              isReadOnly={isReadOnly}
              onType={onType}
              onCorrect={onCorrect}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SheetRowProps extends Pick<SheetParts, 'months' | 'due' | 'isReadOnly' | 'onType' | 'onCorrect'> {
  row: number;
  objective: ReportedObjective;
  places: ReturnType<typeof placeOf>[];
  typed: (string | undefined)[];
  sent: (string | undefined)[];
  errors: (string | undefined)[];
  owner: string | null;
  before: string | null | undefined;
}

/** Drawn anew only when something of the row itself changes, so that typing stays quick in long sheets. What it calls changes nothing but by the latest state. */
const SheetRow = memo(function SheetRow({ row, objective, months, places, typed, sent, errors, due, owner, before, isReadOnly, onType, onCorrect }: SheetRowProps) {
  const language = useLanguage();
  const { measure } = objective;
  const write = (value: string | null | undefined) => (value === null || value === undefined ? '—' : groupDecimal(value, measure.decimals));
  const last = lastBefore(objective, due);
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <Link className="plain-link" data-row={row} data-column={0} tabIndex={row === 0 ? 0 : -1} to={`/objectives/${objective.id}`}>
          {objective.title}
        </Link>
        <span className={styles.meta}>
          <span className="number">{objective.code}</span> · {measure.unitOfMeasure}
          {owner && ` · ${owner}`}
        </span>
      </th>
      <td className="number">{write(pointOf(objective, due)?.target)}</td>
      <td className="number">
        {write(last?.actual)}
        {last && <span className={styles.meta}>{formatMonth(last.period, language)}</span>}
      </td>
      <StandingAfter progress={objective.progress} before={before} />
      {months.map((month, index) => {
        const entry = entryOf(objective, month);
        return (
          <td key={month} className={styles.cell}>
            <ReportCell
              row={row}
              column={index + 1}
              objective={objective}
              monthName={formatMonth(month, language)}
              place={places[index] ?? 'OPEN'}
              entry={entry}
              typed={typed[index]}
              sent={sent[index]}
              error={errors[index]}
              isReadOnly={isReadOnly}
              onType={(text) => onType(keyOf(objective.id, month), text)}
              onCorrect={() => entry && onCorrect(objective, entry)}
            />
          </td>
        );
      })}
    </tr>
  );
}, isSameRow);

function isSameRow(a: SheetRowProps, b: SheetRowProps): boolean {
  const same = (x: readonly unknown[], y: readonly unknown[]) => x.length === y.length && x.every((value, i) => value === y[i]);
  return (
    a.row === b.row && a.objective === b.objective && a.due === b.due && a.owner === b.owner && a.before === b.before && a.isReadOnly === b.isReadOnly &&
    same(a.months, b.months) && same(a.places, b.places) && same(a.typed, b.typed) && same(a.sent, b.sent) && same(a.errors, b.errors)
  );
}
