import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { endOfDay, formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles } from '../cycles/useCycles';
import { CycleTree } from './CycleTree';
import { useTreePlace } from './treePlace';

/** The goal tree of a cycle, now or on any past day. */
export function GoalTreePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { organization, today } = useWorkspace();
  const place = useTreePlace();
  const { cycles, cycle, isLoading, error, reload } = useCycles(place.cycleId);
  const day = place.day !== null && place.day < today ? place.day : null;

  return (
    <PageFrame title={t('tree.title')} fill>
      {day && (
        <Alert color="yellow" variant="light" py={6} mb="xs" icon={<Icon name="clock" />} role="status" styles={{ body: { flexDirection: 'row' } }}>
          <div style={{ display: 'flex', gap: 12, alignItems: 'center', flexWrap: 'wrap' }}>
            <Text size="sm">{t('tree.past', { day: formatDay(day, language) })}</Text>
            <Button variant="default" size="compact-xs" onClick={() => place.setDay(null)}>
              {t('tree.backToToday')}
            </Button>
          </div>
        </Alert>
      )}
      {isLoading && <LoadingRows />}
      {error && <FailureState error={error} onRetry={reload} />}
      {!isLoading && !error && !cycle && <EmptyState icon="calendar" title={t('tree.noCycle')} hint={t('tree.noCycleHint')} />}
      {cycle && (
        <CycleTree
          key={`${cycle.id} ${day ?? ''}`}
          cycle={cycle}
          cycles={cycles}
          place={place}
          day={day}
          asOf={day && endOfDay(day, organization.timeZone)}
        />
      )}
    </PageFrame>
  );
}
