import styles from '../Development.module.css';

interface LevelScaleProps {
  /** How many levels there are. */
  levels: number;
  held: number;
  /** 0 where nothing is needed. */
  required: number;
}

/** A level among those that there are, beside the words that say the same. */
export function LevelScale({ levels, held, required }: LevelScaleProps) {
  return (
    <span className={styles.scale} aria-hidden>
      {Array.from({ length: levels }, (_, i) => (
        <span key={i} className={styles.step} data-held={i < held ? '' : undefined} data-missing={i >= held && i < required ? '' : undefined} />
      ))}
    </span>
  );
}
