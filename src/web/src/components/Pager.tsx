import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import type { usePaging } from './usePaging';

interface PagerProps {
  paging: ReturnType<typeof usePaging>;
  info: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

export function Pager({ paging, info, totalCount }: PagerProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" px="md" py="xs" style={{ borderTop: '1px solid var(--line)' }}>
      <Text size="xs" c="dimmed" role="status">
        {t('common.total', { count: totalCount })}
      </Text>
      {(info.hasNextPage || info.hasPreviousPage) && (
        <Group gap="xs">
          <Button variant="default" size="compact-sm" {...turning(info.hasPreviousPage)} onClick={() => info.hasPreviousPage && paging.previous(info)} leftSection={<Icon name="chevronLeft" size={14} />}>
            {t('common.previous')}
          </Button>
          <Button variant="default" size="compact-sm" {...turning(info.hasNextPage)} onClick={() => info.hasNextPage && paging.next(info)} rightSection={<Icon name="chevronRight" size={14} />}>
            {t('common.next')}
          </Button>
        </Group>
      )}
    </Group>
  );
}

/** At the end of a list a button that cannot turn further keeps the focus. */
const turning = (can: boolean) => (can ? {} : { 'data-disabled': true, 'aria-disabled': true });
