import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import { Icon } from '../../../components/Icon';
import { useList } from '../../../i18n/useList';
import { useWorkspace } from '../../organization/workspace/workspace';

const UnreadQuery = graphql(`
  query Unread($cycleId: ID!, $viewerId: ID!, $ownerId: ID!) {
    cycle(id: $cycleId) {
      id
      policy {
        unacknowledgedBriefing
      }
    }
    viewer: person(id: $viewerId) {
      id
      pendingBriefings(cycleId: $cycleId) {
        id
        kind
      }
    }
    owner: person(id: $ownerId) {
      id
      name
      pendingBriefings(cycleId: $cycleId) {
        id
        kind
        title
      }
    }
  }
`);

/** What those who set an objective have not yet read of the information before it; nothing where the cycle's policy lets that pass. */
export function UnreadNote({ cycleId, ownerId }: { cycleId: string; ownerId: string }) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const list = useList();
  const [{ data }] = useQuery({ query: UnreadQuery, variables: { cycleId, viewerId: viewer.person.id, ownerId } });
  if (!data?.cycle || data.cycle.policy.unacknowledgedBriefing === 'ALLOW') return null;
  const mine = (data.viewer?.pendingBriefings ?? []).filter((briefing) => briefing.kind !== 'OBJECTIVE_PUBLICATION');
  const owners = ownerId === viewer.person.id ? [] : (data.owner?.pendingBriefings ?? []).filter((briefing) => briefing.kind !== 'OBJECTIVE_PUBLICATION');
  if (mine.length + owners.length === 0) return null;
  return (
    <Alert color="yellow" variant="outline" py={6} mb="md" icon={<Icon name="warning" />}>
      {mine.length > 0 && (
        <Text size="sm">
          {t('briefings.unread', { count: mine.length })}{' '}
          <Link className="text-link" to={`/briefings?cycle=${cycleId}`}>
            {t('briefings.unreadLink')}
          </Link>
        </Text>
      )}
      {owners.length > 0 && <Text size="sm">{t('briefings.ownerUnread', { name: data.owner?.name ?? '', titles: list.format(owners.map((one) => one.title)) })}</Text>}
    </Alert>
  );
}
