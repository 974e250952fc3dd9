import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { placeOf } from '../agenda/places';
import { deviationOf, objectiveOf, planOf, scorecardOf, SubjectQuery } from './notices';

/** Where links in mails lead: on to the place of what they are about. */
export function GoPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [{ data, error }, read] = useQuery({ query: SubjectQuery, variables: { id } });
  if (!data) return error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />;
  const place = data.node && placeOf({ __typename: data.node.__typename, id: data.node.id, objective: objectiveOf(data.node), deviation: deviationOf(data.node), plan: planOf(data.node), scorecard: scorecardOf(data.node) });
  if (place) return <Navigate to={place} replace />;
  return (
    <PageFrame title={t('notices.gone')}>
      <EmptyState icon="search" title={t('notices.gone')} hint={t('notices.goneHint')} />
    </PageFrame>
  );
}
