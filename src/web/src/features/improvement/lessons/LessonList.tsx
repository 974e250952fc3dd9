import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { percentOfOne } from '../../../format/percent';
import { useInstant } from '../../organization/workspace/workspace';
import styles from '../Improvement.module.css';
import type { LessonData } from './lessons';

/** What was learned from like deviations, the likest first. */
export function LessonList({ lessons }: { lessons: readonly LessonData[] }) {
  const { t } = useTranslation();
  const instant = useInstant();
  return (
    <ul className={styles.list} aria-label={t('improvement.likeLessons')}>
      {lessons.map((lesson) => (
        <li key={`${lesson.closedAt} ${lesson.text}`} className={styles.entry}>
          <p className={styles.text}>{lesson.text}</p>
          <div className={styles.line}>
            <span>{lesson.sameMeasure ? t('improvement.sameMeasure') : t('improvement.likeness', { percent: percentOfOne(lesson.likeness) })}</span>
            <time dateTime={lesson.closedAt}>{instant(lesson.closedAt)}</time>
            {lesson.improvementCase && (
              <Link className="plain-link" to={`/improvement/${lesson.improvementCase.id}`}>
                {lesson.improvementCase.objective.title}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
