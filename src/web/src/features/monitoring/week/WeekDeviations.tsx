import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { Icon } from '../../../components/Icon';
import { MoreButton } from '../../../components/MoreButton';
import { dayOf } from '../../../format/dates';
import { useWorkspace } from '../../organization/workspace/workspace';
import { DeviationCard } from '../deviations/DeviationCard';
import { DeviationDrawer } from '../deviations/DeviationDrawer';
import { PagedSection } from './PagedSection';
import { isMine, nextOf, WeekDeviationsQuery, type WeekDeviation, type WeekPart } from './week';
import styles from './Week.module.css';

/** What lagged or stood in the way of his people's objectives in the week, the worst first, and what the leader has to do about it. */
export function WeekDeviations({ cycleId, week, news, onDone }: WeekPart) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [opened, setOpened] = useState<string | null>(null);
  const filter = { superiorId: viewer.person.id, from: week.monday, until: week.sunday };
  const pages = useConnection({ query: WeekDeviationsQuery, variables: { cycleId, filter }, pageSize: 10, of: (data) => data.deviations });
  useNews(news, pages.reload);
  return (
    <PagedSection title={t('week.deviations')} pages={pages} none={t('week.noneDeviating')}>
      <ul className={styles.list} aria-label={t('week.deviations')}>
        {pages.nodes?.map((deviation) => (
          <DeviationCard key={deviation.id} deviation={deviation} withObjective onOpen={() => setOpened(deviation.id)}>
            <Todo deviation={deviation} monday={week.monday} sunday={week.sunday} />
          </DeviationCard>
        ))}
      </ul>
      <MoreButton pages={pages} />
      {opened && <DeviationDrawer key={opened} deviationId={opened} onDone={onDone} onClose={() => setOpened(null)} />}
    </PagedSection>
  );
}

function Todo({ deviation, monday, sunday }: { deviation: WeekDeviation; monday: string; sunday: string }) {
  const { t } = useTranslation();
  const { organization } = useWorkspace();
  const next = nextOf(deviation);
  const opened = dayOf(deviation.openedAt, organization.timeZone);
  return (
    <div className={styles.next}>
      <span>{t(`enums.DeviationSeverity.${deviation.severity}`)}</span>
      {monday <= opened && opened <= sunday && <span className={styles.new}>{t('week.openedInIt')}</span>}
      <span data-mine={isMine(next)}>
        {isMine(next) && <Icon name="forward" size={12} />} {t(`week.then.${next}`)}
      </span>
    </div>
  );
}
