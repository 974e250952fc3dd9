import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../api/graphql';
import { useConnection } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { ChangeLine, ChangeList } from './ChangeList';

const HistoryQuery = graphql(
  `
    query History($id: ID!, $first: Int!, $after: String) {
      node(id: $id) {
        ... on Versioned {
          history(first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            nodes {
              ...ChangeLine
            }
          }
        }
      }
    }
  `,
  [ChangeLine],
);

interface HistoryListProps {
  id: string;
  news?: number;
}

/** Every change of a record, the newest first: what, by whom, when and why. */
export function HistoryList({ id, news = 0 }: HistoryListProps) {
  const { t } = useTranslation();
  const pages = useConnection({
    query: HistoryQuery,
    variables: { id },
    pageSize: 10,
    of: (data) => (data.node && 'history' in data.node ? data.node.history : null),
  });
  useNews(news, pages.reload);
  if (!pages.nodes) return pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows count={4} />;
  if (pages.nodes.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('history.none')}
      </Text>
    );
  }
  return (
    <>
      <ChangeList changes={pages.nodes} />
      {pages.error && <FailureState error={pages.error} onRetry={pages.reload} />}
      <MoreButton pages={pages} />
    </>
  );
}
