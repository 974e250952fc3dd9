import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../../components/Bar';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import type { CaseData } from '../cases/cases';
import styles from '../Improvement.module.css';

/** What the responsible person told of it, and when he tells the next. */
export function ReportSection({ known }: { known: CaseData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const instant = useInstant();
  const { today } = useWorkspace();
  const { reports, nextReportDue } = known;
  const isMissing = nextReportDue !== null && nextReportDue < today;
  return (
    <Section title={t('improvement.reports', { count: reports.length })}>
      <div className={styles.part}>
        {nextReportDue && (
          <div className={isMissing ? styles.late : styles.line}>
            <Icon name={isMissing ? 'warning' : 'clock'} size={12} />
            {t(isMissing ? 'improvement.reportMissing' : 'improvement.reportOn', { day: formatDay(nextReportDue, language) })}
          </div>
        )}
        {reports.length === 0 && (
          <Text size="sm" c="dimmed" mt={4}>
            {t('improvement.noReports')}
          </Text>
        )}
        <ol className={styles.list} aria-label={t('improvement.reportList')} style={{ marginTop: 8 }}>
          {reports.map((report) => (
            <li key={report.id} className={styles.entry}>
              <div className={styles.line}>
                <strong>{t('improvement.percentDone', { percent: report.percentComplete })}</strong>
                <span style={{ width: 90 }}>
                  <Bar length={report.percentComplete / 100} />
                </span>
                <span>{t('improvement.byPerson', { name: report.by.name, at: instant(report.at) })}</span>
                {report.late && (
                  <span className={styles.badge} data-kind="late">
                    {t('improvement.late')}
                  </span>
                )}
              </div>
              <p className={styles.text}>{t('improvement.told.done', { text: report.done })}</p>
              <p className={styles.text}>{t('improvement.told.effect', { text: report.effect })}</p>
              <p className={styles.text}>{t('improvement.told.next', { text: report.next })}</p>
            </li>
          ))}
        </ol>
      </div>
    </Section>
  );
}
