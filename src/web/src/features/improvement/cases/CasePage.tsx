import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { Stages } from '../../../components/Stages';
import { tellAgendaChanged } from '../../platform/agenda/agenda';
import { HistoryList } from '../../platform/history/HistoryList';
import { useNotices } from '../../platform/notifications/useNotices';
import { CauseSection } from '../causes/CauseSection';
import { ComparisonSection } from '../countermeasures/ComparisonSection';
import { DecideDrawer } from '../countermeasures/DecideDrawer';
import { DecisionSection } from '../countermeasures/DecisionSection';
import { ReportDrawer } from '../following/ReportDrawer';
import { ReportSection } from '../following/ReportSection';
import { VerificationSection } from '../following/VerificationSection';
import { VerifyDrawer } from '../following/VerifyDrawer';
import { LessonList } from '../lessons/LessonList';
import styles from '../Improvement.module.css';
import { CaseFacts } from './CaseFacts';
import { CaseQuery, statuses, type CaseData } from './cases';

/** One improvement case, from its deviation to what was learned. */
export function CasePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [{ data, error, fetching }, read] = useQuery({ query: CaseQuery, variables: { id }, requestPolicy: 'cache-and-network' });
  const [news, setNews] = useState(0);
  const again = () => {
    read({ requestPolicy: 'network-only' });
    setNews((n) => n + 1);
  };
  useNotices(again);
  useWindowEvent('focus', again); // Others write whys without anybody being notified.
  const known = data?.node && 'causes' in data.node && data.node.id === id ? data.node : null;
  if (known) {
    return (
      <Shown
        key={known.id}
        known={known}
        news={news}
        onDone={() => {
          again();
          tellAgendaChanged();
        }}
      />
    );
  }
  if (error) return <FailureState error={error} onRetry={again} />;
  if (fetching || !data) return <LoadingRows />;
  return (
    <PageFrame title={t('improvement.missing')}>
      <EmptyState icon="search" title={t('improvement.missing')} hint={t('improvement.missingHint')} />
    </PageFrame>
  );
}

type Doing = 'DECIDE' | 'REPORT' | 'VERIFY';

interface ShownProps {
  known: CaseData;
  news: number;
  onDone: () => void;
}

function Shown({ known, news, onDone }: ShownProps) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { objective, status } = known;
  const close = () => setDoing(null);
  const isBegun = status !== 'ANALYSIS';
  const lessons = known.deviation.lessons;
  return (
    <PageFrame
      title={t('improvement.of', { title: objective.title })}
      above={
        <Text size="xs" mb={6}>
          <Link className="plain-link" to={`/improvement?cycle=${objective.cycle.id}`}>
            {t('improvement.all', { cycle: objective.cycle.name })}
          </Link>
        </Text>
      }
      subtitle={
        <Group gap="xs">
          <span className="number">{objective.code}</span>
          <span>{objective.owner.name}</span>
          {known.overdue && (
            <span className={styles.badge} data-kind="late">
              {t('improvement.overdue')}
            </span>
          )}
        </Group>
      }
    >
      <Group className="surface" justify="space-between" px="md" py={10} mb="md">
        <Stages label={t('improvement.stages')} stages={statuses.map((one) => t(`enums.ImprovementStatus.${one}`))} reached={statuses.indexOf(status)} isDone={status === 'CLOSED'} />
        <Next known={known} onDo={setDoing} />
      </Group>
      <SimpleGrid cols={{ base: 1, md: lessons.length > 0 ? 2 : 1 }} spacing="md" style={{ alignItems: 'start' }}>
        <CaseFacts known={known} />
        {lessons.length > 0 && (
          <Section title={t('improvement.likeLessons')}>
            <div className={styles.part}>
              <LessonList lessons={lessons} />
            </div>
          </Section>
        )}
      </SimpleGrid>
      <CauseSection known={known} onDone={onDone} />
      {isBegun && <ComparisonSection known={known} onDone={onDone} />}
      {isBegun && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: 'start' }}>
          <div>
            {known.decision && <DecisionSection known={known} />}
            <VerificationSection known={known} />
          </div>
          <div>{known.decision && <ReportSection known={known} />}</div>
        </SimpleGrid>
      )}
      <Section title={t('history.title')}>
        <HistoryList id={known.id} news={news} />
      </Section>
      {doing === 'DECIDE' && <DecideDrawer known={known} onDone={onDone} onClose={close} />}
      {doing === 'REPORT' && <ReportDrawer known={known} onDone={onDone} onClose={close} />}
      {doing === 'VERIFY' && <VerifyDrawer known={known} onDone={onDone} onClose={close} />}
    </PageFrame>
  );
}

/** What brings the case on, for whoever may do it now; else what it waits for. */
function Next({ known, onDo }: { known: CaseData; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation();
  const { viewerMay, status, decision } = known;
  const isVerifier = viewerMay.includes('VERIFY') || viewerMay.includes('ACCEPT');
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t(`improvement.waitsFor.${status}`)}
      </Text>
      {viewerMay.includes('DECIDE') && (
        <Button variant={status === 'IN_PROGRESS' ? 'default' : 'filled'} onClick={() => onDo('DECIDE')}>
          {t(decision && status === 'IN_PROGRESS' ? 'improvement.decideAnew' : 'improvement.steps.DECIDE')}
        </Button>
      )}
      {viewerMay.includes('REPORT') && <Button onClick={() => onDo('REPORT')}>{t('improvement.steps.REPORT')}</Button>}
      {isVerifier && <Button onClick={() => onDo('VERIFY')}>{t('improvement.steps.VERIFY')}</Button>}
    </Group>
  );
}
