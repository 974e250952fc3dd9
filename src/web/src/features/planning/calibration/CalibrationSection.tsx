import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { CalibrationOfObjective } from './calibration';
import { CalibrationView } from './CalibrationView';

interface CalibrationSectionProps {
  objectiveId: string;
  asOf: string | null;
  /** Changes when the objective did. */
  news: number;
}

/** An objective's target against history, as a part of its page. */
export function CalibrationSection({ objectiveId, asOf, news }: CalibrationSectionProps) {
  const { t } = useTranslation();
  const [{ data, error, fetching }, read] = useQuery({ query: CalibrationOfObjective, variables: { id: objectiveId, asOf } });
  useEffect(() => {
    if (news > 0) read({ requestPolicy: 'network-only' });
  }, [news, read]);
  const objective = data?.objective;
  if (!objective && data && !fetching && !error) return null;
  return (
    <Section title={t('calibration.title')}>
      {objective ? (
        <CalibrationView calibration={objective.calibration} target={objective.target} lowerBound={objective.lowerBound} measure={objective.measure} />
      ) : error ? (
        <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} />
      ) : (
        <LoadingRows count={3} />
      )}
    </Section>
  );
}
