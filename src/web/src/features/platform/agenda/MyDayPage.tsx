import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { AgendaQuery, tellAgendaChanged } from './agenda';
import { AgendaLine } from './AgendaLine';
import { grouped } from './groups';
import styles from './Agenda.module.css';

/** What one owes and what waits for one, to be done where it stands. */
export function MyDayPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useWorkspace();
  const pages = useConnection({ query: AgendaQuery, variables: { until: null }, pageSize: 50, of: (data) => data.viewer.agenda });
  const done = () => {
    pages.reload();
    tellAgendaChanged();
  };
  return (
    <PageFrame title={t('agenda.title')} subtitle={formatDay(today, language)}>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && (
        <EmptyState icon="check" title={t('agenda.none')} hint={t('agenda.noneHint')}>
          <Link className="text-link" to="/tree">
            {t('agenda.toTree')}
          </Link>
        </EmptyState>
      )}
      {grouped(pages.nodes ?? [], today).map(({ group, items }) => (
        <Section key={group} title={t(`agenda.group.${group}`)} actions={<span className="number">{items.length}</span>}>
          <ul className={styles.list}>
            {items.map((item) => (
              <AgendaLine key={`${item.kind} ${item.subject.id}`} item={item} onDone={done} />
            ))}
          </ul>
        </Section>
      ))}
      <MoreButton pages={pages} />
    </PageFrame>
  );
}
