import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../../components/Icon';
import { dayOf, formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { nextStepOf, type CaseLineData } from '../cases/cases';
import styles from '../Improvement.module.css';

interface CaseCardProps {
  line: CaseLineData;
  /** Where the list does not say it. */
  withStatus: boolean;
}

/** A case in a list: of what, who does what until when, and what the viewer can do next. */
export function CaseCard({ line, withStatus }: CaseCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { organization, today } = useWorkspace();
  const { objective, responsible, status, overdue } = line;
  const day = (date: string) => formatDay(date, language);
  const since = (instant: string) => day(dayOf(instant, organization.timeZone));
  const next = nextStepOf(line, today);
  return (
    <li className={styles.card} data-case={line.id}>
      <Link className="plain-link" to={`/improvement/${line.id}`}>
        {objective.title}
      </Link>
      <div className={styles.line}>
        <span className="number">{objective.code}</span>
        <span>{objective.owner.name}</span>
        {withStatus && <span className={styles.badge}>{t(`enums.ImprovementStatus.${status}`)}</span>}
      </div>
      <div className={styles.line}>
        {responsible && <span>{t('improvement.responsibleIs', { name: responsible.name })}</span>}
        {status === 'IN_PROGRESS' && line.due && <span>{t('improvement.dueOn', { day: day(line.due) })}</span>}
        {status === 'IN_PROGRESS' && line.nextReportDue && <span>{t('improvement.reportOn', { day: day(line.nextReportDue) })}</span>}
        {status === 'VERIFYING' && line.verifiableFrom && <span>{t('improvement.verifiableFrom', { day: day(line.verifiableFrom) })}</span>}
        <time dateTime={line.closedAt ?? line.openedAt}>{line.closedAt ? t('improvement.closedOn', { day: since(line.closedAt) }) : t('improvement.since', { day: since(line.openedAt) })}</time>
      </div>
      {overdue && (
        <div className={styles.late}>
          <Icon name="warning" size={12} />
          {t('improvement.overdue')}
        </div>
      )}
      {next && <div className={styles.step}>{t('improvement.yourStep', { step: t(`improvement.steps.${next}`) })}</div>}
    </li>
  );
}
