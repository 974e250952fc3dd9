import { ActionIcon, Indicator } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useLive } from '../../../api/useLive';
import { Icon } from '../../../components/Icon';
import { tellAgendaChanged } from '../agenda/agenda';
import { NoticeArrived, UnreadQuery } from './notices';
import { NoticeDrawer } from './NoticeDrawer';
import { tellNotice } from './useNotices';

/** How much one was told and has not read, as it arrives; and the way to it. */
export function Bell() {
  const { t } = useTranslation();
  const [{ data }, read] = useQuery({ query: UnreadQuery, requestPolicy: 'network-only' });
  const [isOpen, setOpen] = useState(false);
  const [news, setNews] = useState(0);
  const again = () => {
    read({ requestPolicy: 'network-only' });
    setNews((n) => n + 1);
    tellAgendaChanged();
    tellNotice();
  };
  useLive({ query: NoticeArrived, variables: {}, onData: again, onResume: again });
  const unread = data?.viewer.notifications.unreadCount;
  const count = unread ?? 0;
  return (
    <>
      <Indicator label={count > 99 ? '99+' : count} disabled={count === 0} size={16} color="red.9" offset={4} zIndex={1}>
        <ActionIcon variant="subtle" color="gray.8" size="lg" aria-label={unread === undefined ? t('notices.title') : t('notices.open', { count })} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon name="bell" size={18} />
        </ActionIcon>
      </Indicator>
      {isOpen && <NoticeDrawer news={news} onRead={() => read({ requestPolicy: 'network-only' })} onClose={() => setOpen(false)} />}
    </>
  );
}
