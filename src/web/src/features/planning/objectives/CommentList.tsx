import { ActionIcon, Alert, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { useConnection } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { Section } from '../../../components/Section';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { CommentForm } from './CommentForm';
import { CommentsQuery, RemoveRecord, type CommentData } from './comments';
import { partsOf } from './mentions';

interface CommentListProps {
  objectiveId: string;
  readOnly: boolean;
  news: number;
}

export function CommentList({ objectiveId, readOnly, news }: CommentListProps) {
  const { t } = useTranslation();
  const pages = useConnection({ query: CommentsQuery, variables: { id: objectiveId }, pageSize: 50, of: (data) => data.objective?.comments });
  useNews(news, pages.reload);
  return (
    <Section title={t('comments.title', { count: pages.totalCount })}>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows count={2} />)}
      {pages.nodes?.length === 0 && (
        <Text size="sm" c="dimmed" px="md" pt="md">
          {t('comments.none')}
        </Text>
      )}
      {pages.nodes && pages.nodes.length > 0 && (
        <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
          {pages.nodes.map((comment) => (
            <Comment key={comment.id} comment={comment} readOnly={readOnly} onRemoved={pages.reload} />
          ))}
        </Stack>
      )}
      <MoreButton pages={pages} />
      {!readOnly && <CommentForm key={objectiveId} objectiveId={objectiveId} onWritten={(comment) => (pages.hasMore ? pages.reload() : pages.append(comment, (other) => other.id === comment.id))} />}
    </Section>
  );
}

interface CommentProps {
  comment: CommentData;
  readOnly: boolean;
  onRemoved: () => void;
}

function Comment({ comment, readOnly, onRemoved }: CommentProps) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { viewer } = useWorkspace();
  const remove = useCommand(RemoveRecord);
  const [refusal, setRefusal] = useState<string>();

  async function takeBack() {
    const { done, errors, failure } = await remove.run({ id: comment.id });
    if (done) onRemoved();
    else setRefusal(failure ? describeFailure(failure, t) : errors.map((e) => e.message).join(' '));
  }

  return (
    <li style={{ padding: '8px 16px', borderBottom: '1px solid #eef1f4' }}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="xs" c="dimmed">
          <Link className="text-link" to={`/people/${comment.by.id}`}>
            {comment.by.name}
          </Link>{' '}
          · {instant(comment.at)}
        </Text>
        {!readOnly && comment.by.id === viewer.person.id && (
          <ActionIcon variant="subtle" color="gray.7" size={24} aria-label={t('comments.remove')} title={t('comments.remove')} loading={remove.busy} onClick={() => void takeBack()}>
            <Icon name="close" size={13} />
          </ActionIcon>
        )}
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {partsOf(comment.text, comment.mentions).map((part, index) =>
          part.personId === undefined ? (
            part.text
          ) : (
            <Link key={index} className="text-link" to={`/people/${part.personId}`}>
              {part.text}
            </Link>
          ),
        )}
      </Text>
      {refusal && (
        <Alert color="red" variant="outline" role="alert" mt={4} py={4}>
          {refusal}
        </Alert>
      )}
    </li>
  );
}
