import { Drawer, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpener } from './useOpener';

interface SideDrawerProps {
  title: string;
  size?: number | 'lg';
  /** Its end is a bar of its own. */
  flush?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Opens at the side of the page it belongs to; over the whole window of a phone. */
export function SideDrawer({ title, size = 520, flush = false, onClose, children }: SideDrawerProps) {
  const { t } = useTranslation();
  useOpener();
  return (
    <Drawer opened onClose={onClose} position="right" size={size} title={<Text fw={600}>{title}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }} styles={flush ? { body: { paddingBottom: 0 } } : undefined}>
      {children}
    </Drawer>
  );
}
