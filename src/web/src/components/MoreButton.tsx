import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Pages } from '../api/useConnection';

/** Reads the next page of a list. */
export function MoreButton({ pages }: { pages: Pick<Pages<unknown>, 'nodes' | 'totalCount' | 'hasMore' | 'isReading' | 'more'> }) {
  const { t } = useTranslation();
  if (!pages.hasMore) return null;
  return (
    <Group justify="center" p="xs">
      <Button variant="default" loading={pages.isReading} onClick={pages.more}>
        {pages.totalCount > 0 ? t('common.more', { shown: pages.nodes?.length ?? 0, total: pages.totalCount }) : t('common.moreOpen', { shown: pages.nodes?.length ?? 0 })}
      </Button>
    </Group>
  );
}
