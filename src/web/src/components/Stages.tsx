import { Icon } from './Icon';
import styles from './Stages.module.css';

interface StagesProps {
  label: string;
  stages: readonly string[];
  /** The one in which it is. */
  reached: number;
  /** Whether that one is done with, not being done. */
  isDone?: boolean;
}

/** How far something has come on its way. */
export function Stages({ label, stages, reached, isDone = true }: StagesProps) {
  return (
    <ol className={styles.stages} aria-label={label}>
      {stages.map((stage, index) => (
        <li key={stage} data-place={index === reached ? 'now' : index < reached ? 'done' : 'ahead'} aria-current={index === reached ? 'step' : undefined}>
          {index > 0 && <Icon name="chevronRight" size={12} />}
          {(index < reached || (index === reached && isDone)) && <Icon name="check" size={12} />}
          {stage}
        </li>
      ))}
    </ol>
  );
}
