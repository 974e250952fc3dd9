import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CompetencyData } from './competencies';
import { standingOf, stepBy, type At, type MatrixRowData } from './matrix';
import styles from './Matrix.module.css';
import type { Assessing } from './MatrixView';
import { StandingText } from './StandingText';
import { useStandingName } from './useStandingName';

interface MatrixGridProps {
  rows: readonly MatrixRowData[];
  columns: readonly CompetencyData[];
  cycleId: string;
  onAssess: (assessing: Assessing) => void;
}

/** One moves in it with the arrows; a digit, or Enter, says at which level somebody is. */
export function MatrixGrid({ rows, columns, cycleId, onAssess }: MatrixGridProps) {
  const { t } = useTranslation();
  const nameOf = useStandingName();
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<At>({ row: 0, column: 0 });

  function onKey(event: KeyboardEvent, here: At, row: MatrixRowData, competency: CompetencyData) {
    const next = stepBy(event.key, here, rows.length, columns.length);
    if (next) {
      event.preventDefault();
      grid.current?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)?.focus();
      return;
    }
    const digit = Number(event.key);
    if (event.key.length !== 1 || !Number.isInteger(digit) || event.key === ' ' || digit > competency.levels.length || event.ctrlKey || event.metaKey || event.altKey) return;
    if (row.person.viewerMayDevelop.length === 0) return;
    event.preventDefault();
    onAssess({ row, competencyId: competency.id, level: digit });
  }

  return (
    <div className={`surface ${styles.scroller}`}>
      <table ref={grid} className={styles.grid} aria-label={t('competencies.title')}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {t('competencies.person')}
            </th>
            <th scope="col" className={styles.short}>{t('competencies.missing')}</th>
            {columns.map((competency) => (
              <th key={competency.id} scope="col" className={styles.head}>
                {competency.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.person.id} data-person={row.person.employeeNumber}>
              <th scope="row" className={styles.name}>
                <Link className="plain-link" to={`/development/${row.person.id}?cycle=${cycleId}`}>
                  {row.person.name}
                </Link>
                <span className={styles.meta}>
                  <span className="number">{row.person.employeeNumber}</span> · {row.person.unit.name}
                </span>
              </th>
              <td className="number">{row.missing === 0 ? '—' : row.missing}</td>
              {columns.map((competency, c) => {
                const standing = standingOf(row, competency.id);
                const mayAssess = row.person.viewerMayDevelop.length > 0;
                return (
                  <td key={competency.id} className={styles.cell}>
                    <button
                      type="button"
                      className={styles.button}
                      data-row={r}
                      data-column={c}
                      tabIndex={at.row === r && at.column === c ? 0 : -1}
                      aria-disabled={!mayAssess}
                      onFocus={() => setAt({ row: r, column: c })}
                      onKeyDown={(event) => onKey(event, { row: r, column: c }, row, competency)}
                      onClick={() => mayAssess && onAssess({ row, competencyId: competency.id, level: standing?.held })}
                    >
                      <span className="visually-hidden">{nameOf(row, competency, standing)}</span>
                      <StandingText standing={standing} levels={competency.levels.length} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
