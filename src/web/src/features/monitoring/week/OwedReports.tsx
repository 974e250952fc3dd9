import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConnection } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { MoreButton } from '../../../components/MoreButton';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { PointDrawer } from '../control/PointDrawer';
import { PointStatus } from '../control/PointStatus';
import { PagedSection } from './PagedSection';
import { debtorsOf, OwedReportsQuery, type WeekPart } from './week';
import styles from './Week.module.css';

/** Who owes reports by the end of the week, or has missed them: person by person, those who missed most first. */
export function OwedReports({ cycleId, week, news, onDone }: WeekPart) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { viewer } = useWorkspace();
  const [opened, setOpened] = useState<string | null>(null);
  const filter = { superiorId: viewer.person.id, status: ['DUE' as const, 'MISSED' as const], until: week.sunday };
  const pages = useConnection({ query: OwedReportsQuery, variables: { cycleId, filter }, pageSize: 200, of: (data) => data.controlPoints });
  useNews(news, pages.reload);
  return (
    <PagedSection title={t('week.owed')} pages={pages} none={t('week.noneOwed')}>
      <ul className={styles.list} aria-label={t('week.owed')}>
        {debtorsOf(pages.nodes ?? []).map(({ id, name, due, missed, reports }) => (
          <li key={id} data-debtor={id}>
            <details className={styles.debtor}>
              <summary>
                <span className={styles.who}>{name}</span>
                {missed > 0 && <span className={styles.missed}>{t('week.missed', { count: missed })}</span>}
                {due > 0 && <span className={styles.due}>{t('week.due', { count: due })}</span>}
              </summary>
              <ul className={styles.reports} aria-label={t('week.owedBy', { name })}>
                {reports.map((report) => (
                  <li key={report.id}>
                    <time dateTime={report.date}>{formatDay(report.date, language)}</time>
                    <PointStatus status={report.status} />
                    <button type="button" className={styles.open} onClick={() => setOpened(report.id)}>
                      {report.objective.title}
                    </button>
                  </li>
                ))}
              </ul>
              <Text size="sm" px="md" pb="xs">
                <Link className="text-link" to={`/people/${id}`}>
                  {t('week.toPerson', { name })}
                </Link>
              </Text>
            </details>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
      {opened && <PointDrawer key={opened} pointId={opened} onDone={onDone} onClose={() => setOpened(null)} />}
    </PagedSection>
  );
}
