import { Icon } from '../../../components/Icon';
import { LevelScale } from './LevelScale';
import { kindOf, type Standing } from './matrix';
import styles from './Matrix.module.css';

/** What is held, and of how much, as short as a cell is; beside words for those who do not see it. */
export function StandingText({ standing, levels }: { standing: Standing | null; levels: number }) {
  if (!standing) return <span className={styles.nothing} aria-hidden>—</span>;
  const kind = kindOf(standing);
  return (
    <span className={styles.standing} data-kind={kind} aria-hidden>
      <LevelScale levels={levels} held={standing.held} required={standing.required} />
      <span className="number">{standing.required > 0 ? `${standing.held} / ${standing.required}` : standing.held}</span>
      {kind === 'open' && <Icon name="warning" size={12} />}
      {kind === 'planned' && <Icon name="clock" size={12} />}
    </span>
  );
}
