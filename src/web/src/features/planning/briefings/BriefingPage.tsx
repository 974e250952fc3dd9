import { Alert, Button, Group, List, SimpleGrid, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { HistoryList } from '../../platform/history/HistoryList';
import { RemoveRecord } from '../objectives/comments';
import { AcknowledgeBriefing, BriefingQuery } from './briefings';
import { HaveAcknowledged, HaveNotAcknowledged } from './ReceiptList';

/** One briefing: read it, say that one has, and see who has not. */
export function BriefingPage() {
  const { t } = useTranslation();
  const instant = useInstant();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const { viewer, may } = useWorkspace();
  const [{ data, error }, read] = useQuery({ query: BriefingQuery, variables: { id } });
  const acknowledge = useCommand(AcknowledgeBriefing);
  const remove = useCommand(RemoveRecord);
  const [news, setNews] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const reload = () => {
    read({ requestPolicy: 'network-only' });
    setNews((n) => n + 1);
  };
  const briefing = data?.node && 'body' in data.node ? data.node : null;
  if (!data) return error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />;
  if (!briefing) {
    return (
      <PageFrame title={t('briefings.notFound')}>
        <EmptyState icon="search" title={t('briefings.notFound')} hint={t('briefings.notFoundHint')} />
      </PageFrame>
    );
  }

  async function confirm() {
    const { done, errors, failure } = await acknowledge.run({ briefingId: id });
    if (done) notifications.show({ message: t('briefings.acknowledged') });
    else setRefusal(failure ? describeFailure(failure, t) : errors.map((one) => one.message).join(' '));
    reload();
  }

  async function takeBack() {
    const { done, errors, failure } = await remove.run({ id });
    if (!done) {
      setRefusal(failure ? describeFailure(failure, t) : errors.map((one) => one.message).join(' '));
      return;
    }
    notifications.show({ message: t('briefings.takenBack') });
    void navigate(`/briefings?cycle=${briefing?.cycle.id ?? ''}`);
  }

  const mayRemove = briefing.publishedBy.id === viewer.person.id || may('publishEverywhere');
  return (
    <PageFrame
      title={briefing.title}
      above={
        <Text size="xs" mb={6}>
          <Link className="plain-link" to={`/briefings?cycle=${briefing.cycle.id}`}>
            {t('briefings.title')} · {briefing.cycle.name}
          </Link>
        </Text>
      }
      subtitle={
        <>
          {t(`enums.BriefingKind.${briefing.kind}`)} · {t('briefings.to', { unit: briefing.unit.name })}
          {briefing.publishedAt && ` · ${t('briefings.by', { name: briefing.publishedBy.name, at: instant(briefing.publishedAt) })}`}
        </>
      }
      actions={
        <>
          {briefing.awaitsViewer && (
            <Button leftSection={<Icon name="check" />} loading={acknowledge.busy} onClick={() => void confirm()}>
              {t('briefings.acknowledge')}
            </Button>
          )}
          {mayRemove && !isAsked && (
            <Button variant="default" leftSection={<Icon name="archive" />} onClick={() => setAsked(true)}>
              {t('briefings.takeBack')}
            </Button>
          )}
        </>
      }
    >
      {refusal && (
        <Alert color="red" variant="outline" role="alert" mb="sm">
          {refusal}
        </Alert>
      )}
      {isAsked && (
        <Alert color="yellow" variant="outline" role="alert" mb="sm">
          <Group justify="space-between" gap="xs">
            <Text size="sm">{t('briefings.confirm')}</Text>
            <Group gap="xs">
              <Button variant="default" onClick={() => setAsked(false)}>
                {t('common.cancel')}
              </Button>
              <Button color="red.9" loading={remove.busy} onClick={() => void takeBack()}>
                {t('briefings.takeBack')}
              </Button>
            </Group>
          </Group>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <div>
          <Section title={t('briefings.body')}>
            <Text size="sm" p="md" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {briefing.body}
            </Text>
            {briefing.acknowledgedAt && (
              <Text size="xs" c="dimmed" px="md" pb="sm">
                {t('briefings.readAt', { at: instant(briefing.acknowledgedAt) })}
              </Text>
            )}
          </Section>
          {briefing.objectives.length > 0 && (
            <Section title={t('briefings.objectives')}>
              <List listStyleType="none" size="sm" px="md" py="xs" spacing={6}>
                {briefing.objectives.map((objective) => (
                  <List.Item key={objective.id}>
                    <Link className="plain-link" to={`/objectives/${objective.id}`}>
                      {objective.code} {objective.title}
                    </Link>
                  </List.Item>
                ))}
              </List>
            </Section>
          )}
        </div>
        <div>
          <HaveNotAcknowledged id={id} news={news} />
          <HaveAcknowledged id={id} news={news} />
          <Section title={t('history.title')}>
            <HistoryList id={id} news={news} />
          </Section>
        </div>
      </SimpleGrid>
    </PageFrame>
  );
}
