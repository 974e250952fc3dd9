import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { AccessTokens } from './AccessTokens';
import { IntegrationsQuery } from './integrations';
import { Webhooks } from './Webhooks';

/** Which tools read in one's place, and which systems are told of events. */
export function IntegrationsPage() {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: IntegrationsQuery, requestPolicy: 'cache-and-network' });
  const reload = () => read({ requestPolicy: 'network-only' });
  return (
    <PageFrame title={t('integrations.title')} subtitle={t('integrations.hint')}>
      {!data && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />)}
      {data && (
        <>
          <AccessTokens tokens={data.viewer.accessTokens} onDone={reload} />
          <Webhooks webhooks={data.viewer.webhooks} events={data.webhookEvents} onDone={reload} />
        </>
      )}
    </PageFrame>
  );
}
