import { useTranslation } from 'react-i18next';
import { FailureState } from './FailureState';
import { LoadingRows } from './LoadingRows';
import { SideDrawer } from './SideDrawer';

interface PendingDrawerProps {
  error?: unknown;
  onRetry: () => void;
  onClose: () => void;
}

/** Stands in for a form until what it shows is read. */
export function PendingDrawer({ error, onRetry, onClose }: PendingDrawerProps) {
  const { t } = useTranslation();
  return (
    <SideDrawer title={t('common.loading')} onClose={onClose}>
      {error === undefined ? <LoadingRows /> : <FailureState error={error} onRetry={onRetry} />}
    </SideDrawer>
  );
}
