import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { Act } from './Act';
import { AgendaQuery, tellAgendaChanged, type AgendaItemData } from './agenda';
import { grouped } from './groups';
import { placeOf } from './places';
import styles from './Agenda.module.css';

/** What one owes and what waits for one, to be done where it stands. */
export function MyDayPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useWorkspace();
  const pages = useConnection({ query: AgendaQuery, variables: {}, pageSize: 50, of: (data) => data.viewer.agenda });
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
              <Line key={`${item.kind} ${item.subject.id}`} item={item} onDone={done} />
            ))}
          </ul>
        </Section>
      ))}
      <MoreButton pages={pages} />
    </PageFrame>
  );
}

function Line({ item, onDone }: { item: AgendaItemData; onDone: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = placeOf(item.subject);
  return (
    <li className={styles.line} data-kind={item.kind}>
      <div className={styles.text}>
        {place ? (
          <Link className="plain-link" to={place}>
            {item.title}
          </Link>
        ) : (
          item.title
        )}
        {item.due && (
          <Text component="div" size="xs" c={item.overdue ? '#a3161a' : 'dimmed'} fw={item.overdue ? 600 : undefined}>
            {item.overdue && <Icon name="warning" size={12} />} {t(item.overdue ? 'agenda.wasDue' : 'agenda.due', { day: formatDay(item.due, language) })}
          </Text>
        )}
      </div>
      <div className={styles.act}>
        <Act item={item} onDone={onDone} />
      </div>
    </li>
  );
}
