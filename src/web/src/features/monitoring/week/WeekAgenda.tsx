import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { MoreButton } from '../../../components/MoreButton';
import { AgendaQuery, tellAgendaChanged } from '../../platform/agenda/agenda';
import { AgendaLine } from '../../platform/agenda/AgendaLine';
import { PagedSection } from './PagedSection';
import { isAlso, type WeekPart } from './week';
import styles from './Week.module.css';

/** What else waits for the leader by the end of the week: decisions, meetings to hold, resolutions and help; to be done here. */
export function WeekAgenda({ week, news, onDone }: WeekPart) {
  const { t } = useTranslation();
  const pages = useConnection({ query: AgendaQuery, variables: { until: week.sunday }, pageSize: 200, of: (data) => data.viewer.agenda });
  useNews(news, pages.reload);
  const items = pages.nodes?.filter(({ kind }) => isAlso(kind));
  const done = () => {
    onDone();
    tellAgendaChanged();
  };
  return (
    <PagedSection title={t('week.also')} pages={{ ...pages, nodes: items, totalCount: items?.length ?? 0 }} none={t('week.nothingElse')}>
      <ul className={styles.list} aria-label={t('week.also')}>
        {items?.map((item) => (
          <AgendaLine key={`${item.kind} ${item.subject.id}`} item={item} onDone={done} />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </PagedSection>
  );
}
