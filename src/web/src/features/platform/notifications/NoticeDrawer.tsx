import { Alert, Button, Group, SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { SideDrawer } from '../../../components/SideDrawer';
import { MarkRead, NoticesQuery } from './notices';
import { NoticeItem } from './NoticeItem';

interface NoticeDrawerProps {
  /** Changes when something arrived. */
  news: number;
  onRead: () => void;
  onClose: () => void;
}

/** What one was told, the newest first. */
export function NoticeDrawer({ news, onRead, onClose }: NoticeDrawerProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'unread' | 'all'>('unread');
  const pages = useConnection({ query: NoticesQuery, variables: { unreadOnly: shown === 'unread' }, pageSize: 20, of: (data) => data.viewer.notifications });
  const mark = useCommand(MarkRead);
  const [refusal, setRefusal] = useState<string>();
  const reload = useRef(pages.reload);
  useEffect(() => {
    reload.current = pages.reload;
  });
  useEffect(() => {
    if (news > 0) reload.current();
  }, [news]);
  const unread = (pages.nodes ?? []).filter((notice) => notice.readAt === null).map((notice) => notice.id);

  async function markRead(notificationIds: string[]) {
    setRefusal(undefined);
    const { done, errors, failure } = await mark.run({ notificationIds });
    if (!done) setRefusal(failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' '));
    onRead();
    pages.reload();
  }

  return (
    <SideDrawer title={t('notices.title')} size={460} onClose={onClose}>
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('notices.show')}
          data={[{ value: 'unread', label: t('notices.unread') }, { value: 'all', label: t('notices.all') }]}
          value={shown}
          onChange={(value) => setShown(value === 'all' ? 'all' : 'unread')}
        />
        <Button variant="default" size="xs" disabled={unread.length === 0} loading={mark.busy} onClick={() => void markRead(unread)}>
          {t('notices.markAll')}
        </Button>
      </Group>
      {refusal && (
        <Alert color="red" variant="outline" role="alert" mb="xs">
          {refusal}
        </Alert>
      )}
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="bell" title={t(shown === 'unread' ? 'notices.noneUnread' : 'notices.none')} />}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {pages.nodes?.map((notice) => (
          <NoticeItem
            key={notice.id}
            notice={notice}
            onRead={() => void markRead([notice.id])}
            onFollowed={() => {
              if (notice.readAt === null) void markRead([notice.id]);
              onClose();
            }}
          />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </SideDrawer>
  );
}
