import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface LoadingRowsProps {
  count?: number;
  height?: number;
}

/** Where rows will stand once they are read. */
export function LoadingRows({ count = 8, height = 18 }: LoadingRowsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md" p="md" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: count }, (_, i) => (
        <Skeleton key={i} height={height} width={`${92 - ((i * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
