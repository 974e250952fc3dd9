import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { MoreButton } from '../../../components/MoreButton';
import { useWorkspace } from '../../organization/workspace/workspace';
import { DashboardQuery, type DashboardRowData } from '../dashboard/dashboard';
import { Row, Whole } from '../dashboard/Rows';
import { WorstDrawer } from '../dashboard/WorstDrawer';
import { PagedSection } from './PagedSection';
import { type WeekPart } from './week';
import styles from './Week.module.css';

/** How each of the leader's people does, the worst first; of a past week at its end. */
export function WeekHealth({ cycleId, week, news }: WeekPart) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [opened, setOpened] = useState<DashboardRowData | null>(null);
  const day = week.place === 'past' ? week.sunday : null;
  const pages = useConnection({
    query: DashboardQuery,
    variables: { cycleId, by: 'PERSON', unitId: null, superiorId: viewer.person.id, asOf: day },
    pageSize: 10,
    of: (data) => data.dashboard,
  });
  useNews(news, pages.reload);
  return (
    <PagedSection title={t('week.people')} pages={pages} none={t('week.noneKept')}>
      {pages.first && <Whole row={pages.first.dashboard.whole} isPart />}
      <ul className={styles.list} aria-label={t('week.people')}>
        {pages.nodes?.map((row) => (
          <Row key={row.person?.id} row={row} onOpen={() => setOpened(row)} />
        ))}
      </ul>
      <MoreButton pages={pages} />
      {opened?.person && <WorstDrawer key={opened.person.id} title={opened.person.name} cycleId={cycleId} filter={{ ownerId: opened.person.id }} day={day} onClose={() => setOpened(null)} />}
    </PagedSection>
  );
}
