import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConnection, type Pages } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { Section } from '../../../components/Section';
import { HaveNotQuery, HaveQuery } from './briefings';

interface ReceiptsProps {
  id: string;
  news: number;
}

const pageSize = 30;

/** Who has acknowledged a briefing. */
export function HaveAcknowledged({ id, news }: ReceiptsProps) {
  const { t } = useTranslation();
  const pages = useConnection({ query: HaveQuery, variables: { id }, pageSize, of: (data) => (data.node && 'acknowledgements' in data.node ? data.node.acknowledgements : null) });
  useNews(news, pages.reload);
  return <People title={t('briefings.have', { count: pages.totalCount })} empty={t('briefings.nobody')} pages={pages} />;
}

/** Who has not. */
export function HaveNotAcknowledged({ id, news }: ReceiptsProps) {
  const { t } = useTranslation();
  const pages = useConnection({ query: HaveNotQuery, variables: { id }, pageSize, of: (data) => (data.node && 'pending' in data.node ? data.node.pending : null) });
  useNews(news, pages.reload);
  return <People title={t('briefings.haveNot', { count: pages.totalCount })} empty={t('briefings.all')} pages={pages} />;
}

function People({ title, empty, pages }: { title: string; empty: string; pages: Pages<{ id: string; name: string; employeeNumber: string }> }) {
  return (
    <Section title={title}>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows count={2} />)}
      {pages.nodes?.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {empty}
        </Text>
      )}
      {pages.nodes && pages.nodes.length > 0 && (
        <List listStyleType="none" size="sm" px="md" py="xs" spacing={4}>
          {pages.nodes.map((person) => (
            <List.Item key={person.id}>
              <Link className="plain-link" to={`/people/${person.id}`}>
                {person.name} ({person.employeeNumber})
              </Link>
            </List.Item>
          ))}
        </List>
      )}
      <MoreButton pages={pages} />
    </Section>
  );
}
