import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

interface EmptyStateProps {
  icon?: IconName;
  title: string;
  hint?: string;
  children?: ReactNode;
}

export function EmptyState({ icon = 'list', title, hint, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" c="dimmed">
      <Icon name={icon} size={30} />
      <Text fw={600} c="var(--mantine-color-text)" ta="center">
        {title}
      </Text>
      {hint && (
        <Text size="sm" ta="center" maw={420}>
          {hint}
        </Text>
      )}
      {children}
    </Stack>
  );
}
