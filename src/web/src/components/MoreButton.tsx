import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages } from '../api/useConnection';

/** Reads the next page of a list. After the last it says so in its place, where the focus is. */
export function MoreButton({ pages }: { pages: Pick<Pages<unknown>, 'nodes' | 'totalCount' | 'hasMore' | 'isReading' | 'more'> }) {
  const { t } = useTranslation();
  const [isUsed, setUsed] = useState(false);
  if (isUsed && !pages.nodes) setUsed(false);
  if (!pages.hasMore && !isUsed) return null;
  const shown = pages.nodes?.length ?? 0;
  const more = () => {
    setUsed(true);
    pages.more();
  };
  return (
    <Group justify="center" p="xs">
      {pages.hasMore ? (
        <Button variant="default" loading={pages.isReading} onClick={more}>
          {pages.totalCount > 0 ? t('common.more', { shown, total: pages.totalCount }) : t('common.moreOpen', { shown })}
        </Button>
      ) : (
        <Text size="xs" c="dimmed" tabIndex={-1} ref={takeFocus}>
          {t('common.allShown', { shown })}
        </Text>
      )}
    </Group>
  );
}

/** The focus that went with the button. */
function takeFocus(element: HTMLElement | null) {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}
