import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { takesActuals } from './cycle';
import { useCycles, type CycleChoice } from './useCycles';

interface FollowedCyclesProps {
  /** What is said where no cycle is or was carried out. */
  noCycleHint: string;
  children: (cycle: CycleChoice, cycles: readonly CycleChoice[]) => ReactNode;
}

/** What is shown of the cycle that the address asks for, else of the current one, among those that are or were carried out. */
export function FollowedCycles({ noCycleHint, children }: FollowedCyclesProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { cycles, cycle: current, isLoading, error, reload } = useCycles(params.get('cycle'));
  const followed = cycles.filter(({ status }) => takesActuals(status));
  const cycle = followed.find((one) => one.id === current?.id) ?? followed[0];
  if (isLoading) return <LoadingRows />;
  if (error) return <FailureState error={error} onRetry={reload} />;
  return cycle ? children(cycle, followed) : <EmptyState icon="calendar" title={t('deviations.noCycle')} hint={noCycleHint} />;
}
