import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles } from '../../planning/cycles/useCycles';
import { AwardTable } from './AwardTable';
import { MyAwardsQuery } from './schemes';

/** What the viewer got, and how it came about. */
export function MyAwardsPage() {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [params, setParams] = useSearchParams();
  const { cycles, isLoading, error, reload } = useCycles(null);
  const appraised = cycles.filter((one) => one.status === 'APPRAISAL' || one.status === 'CLOSED');
  const cycle = cycles.find((one) => one.id === params.get('cycle')) ?? appraised[0] ?? cycles[0];
  const [{ data, error: failure }, read] = useQuery({ query: MyAwardsQuery, variables: { personId: viewer.person.id, cycleId: cycle?.id ?? '' }, pause: !cycle });
  if (isLoading) return <LoadingRows />;
  if (error) return <FailureState error={error} onRetry={reload} />;
  const awards = data?.person?.awards;
  return (
    <PageFrame title={t('incentives.myAwards')} subtitle={t('incentives.myAwardsHint')}>
      {!cycle && <EmptyState icon="calendar" title={t('cycles.none')} />}
      {cycle && (
        <Group gap="xs" mb="sm" role="toolbar" aria-label={t('incentives.tools')}>
          <Select
            size="xs"
            w={190}
            aria-label={t('incentives.cycle')}
            allowDeselect={false}
            data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
            value={cycle.id}
            onChange={(id) => id && setParams({ cycle: id })}
          />
        </Group>
      )}
      {cycle && !awards && (failure ? <FailureState error={failure} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />)}
      {awards?.length === 0 && <EmptyState icon="clock" title={t('incentives.noAward')} hint={t('incentives.noAwardHint')} />}
      {awards && awards.length > 0 && (
        <div className="surface">
          <AwardTable awards={awards} />
        </div>
      )}
    </PageFrame>
  );
}
