import { Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpener } from './useOpener';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Opens in the middle of the page. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  useOpener();
  return (
    <Modal opened onClose={onClose} centered title={<Text fw={600}>{title}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {children}
    </Modal>
  );
}
