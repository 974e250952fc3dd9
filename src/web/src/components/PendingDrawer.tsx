import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FailureState } from './FailureState';
import { LoadingRows } from './LoadingRows';

interface PendingDrawerProps {
  error?: unknown;
  onRetry: () => void;
  onClose: () => void;
}

/** Stands in for a form until what it shows is read. */
export function PendingDrawer({ error, onRetry, onClose }: PendingDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer opened onClose={onClose} position="right" size={520} title={t('common.loading')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {error === undefined ? <LoadingRows /> : <FailureState error={error} onRetry={onRetry} />}
    </Drawer>
  );
}
