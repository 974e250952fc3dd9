import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CompetencyData } from './competencies';
import { standingOf, type MatrixRowData } from './matrix';
import styles from './Matrix.module.css';
import type { Assessing } from './MatrixView';
import { StandingText } from './StandingText';
import { useStandingName } from './useStandingName';

interface MatrixCardsProps {
  rows: readonly MatrixRowData[];
  columns: readonly CompetencyData[];
  cycleId: string;
  onAssess: (assessing: Assessing) => void;
}

/** The grid as a phone shows it: person by person. */
export function MatrixCards({ rows, columns, cycleId, onAssess }: MatrixCardsProps) {
  const { t } = useTranslation();
  const nameOf = useStandingName();
  return (
    <ul className={styles.cards} aria-label={t('competencies.title')}>
      {rows.map((row) => (
        <li key={row.person.id} className={`surface ${styles.card}`} data-person={row.person.employeeNumber}>
          <Link className="plain-link" to={`/development/${row.person.id}?cycle=${cycleId}`}>
            {row.person.name}
          </Link>
          <Text size="xs" c="dimmed">
            {row.person.unit.name}
            {row.missing > 0 && ` · ${t('competencies.missingOf', { count: row.missing })}`}
          </Text>
          <ul className={styles.cards}>
            {columns.map((competency) => {
              const standing = standingOf(row, competency.id);
              if (!standing) return null;
              const mayAssess = row.person.viewerMayDevelop.length > 0;
              return (
                <li key={competency.id}>
                  <button type="button" className={styles.line} aria-disabled={!mayAssess} onClick={() => mayAssess && onAssess({ row, competencyId: competency.id, level: standing.held })}>
                    <span className="visually-hidden">{nameOf(row, competency, standing)}</span>
                    <span aria-hidden>{competency.name}</span>
                    <StandingText standing={standing} levels={competency.levels.length} />
                  </button>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
