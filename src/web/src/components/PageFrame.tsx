import { Box, Group, Text, Title } from '@mantine/core';
import { useContext, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHelp } from './pageHelp';

interface PageFrameProps {
  title: string;
  /** What the window is called, where that says more. */
  windowTitle?: string;
  subtitle?: ReactNode;
  /** What stands above the title: where this page belongs. */
  above?: ReactNode;
  actions?: ReactNode;
  /** The page fills the window and its parts scroll by themselves. */
  fill?: boolean;
  /** As wide as the window. */
  wide?: boolean;
  children: ReactNode;
}

export function PageFrame({ title, windowTitle = title, subtitle, above, actions, fill = false, wide = false, children }: PageFrameProps) {
  const { t } = useTranslation();
  const help = useContext(PageHelp);
  useEffect(() => {
    document.title = `${windowTitle} · ${t('common.product')}`;
  }, [windowTitle, t]);
  return (
    <Box p={{ base: 'sm', sm: 'md' }} pb={fill ? undefined : 'xl'} style={fill ? { height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 } : undefined} maw={fill || wide ? undefined : 1240}>
      {above}
      <Group justify="space-between" align="center" gap="sm" mb="sm" wrap="wrap">
        <Box miw={0} style={{ flex: '1 1 260px' }}>
          <Group gap={6} wrap="nowrap" align="center">
            <Title order={1} tabIndex={-1} style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Title>
            {help}
          </Group>
          {subtitle && (
            <Text component="div" size="sm" c="dimmed">
              {subtitle}
            </Text>
          )}
        </Box>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
}
