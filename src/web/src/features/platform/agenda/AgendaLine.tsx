import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../../components/Icon';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { Act } from './Act';
import type { AgendaItemData } from './agenda';
import { placeOfItem } from './places';
import styles from './Agenda.module.css';

/** What waits for somebody, with what he can do about it. */
export function AgendaLine({ item, onDone }: { item: AgendaItemData; onDone: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = placeOfItem(item);
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
