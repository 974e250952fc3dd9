import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { CardQuery } from './scorecards';
import { ScorecardView } from './ScorecardView';

/** A scorecard by its own address. */
export function ScorecardPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [{ data, error, stale }, read] = useQuery({ query: CardQuery, variables: { id } });
  const reload = () => read({ requestPolicy: 'network-only' });
  if (!data) return error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />;
  if (data.node?.__typename !== 'Scorecard') {
    if (stale) return <LoadingRows />;
    return (
      <PageFrame title={t('scorecards.title')}>
        <EmptyState icon="search" title={t('scorecards.gone')} />
      </PageFrame>
    );
  }
  return <ScorecardView key={id} card={data.node} onChanged={reload} />;
}
