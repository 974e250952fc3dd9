import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { exportPath, type ReportSettings } from './reports';

/** The whole report as a file, by the same settings. */
export function ExportButtons({ settings, cycleId }: { settings: ReportSettings; cycleId: string }) {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button key={format} component="a" href={exportPath(settings, cycleId, format)} download size="xs" variant="default" leftSection={<Icon name="download" size={14} />} aria-label={t('reports.export', { format: format.toUpperCase() })}>
          {format.toUpperCase()}
        </Button>
      ))}
    </Group>
  );
}
