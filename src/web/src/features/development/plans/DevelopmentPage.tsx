import { Breadcrumbs, Button, Group, Select, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { HistoryList } from '../../platform/history/HistoryList';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles, type CycleChoice } from '../../planning/cycles/useCycles';
import { HeldLevels } from '../competencies/HeldLevels';
import { ReadinessSection } from '../readiness/ReadinessSection';
import { GapSection } from './GapSection';
import { ItemDrawer } from './ItemDrawer';
import { ItemSection } from './ItemSection';
import { DevelopmentQuery, takesPlans } from './plans';
import { ProposalDrawer } from './ProposalDrawer';

/** What somebody lacks for his objectives of a cycle, and what is done about it; one's own, or that of whom one leads. */
export function DevelopmentPage() {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const { personId = viewer.person.id } = useParams();
  const [params, setParams] = useSearchParams();
  const { cycle, cycles, isLoading, error, reload } = useCycles(params.get('cycle'));
  if (isLoading) return <LoadingRows />;
  if (error) return <FailureState error={error} onRetry={reload} />;
  if (!cycle) {
    return (
      <PageFrame title={t('development.title')}>
        <EmptyState icon="calendar" title={t('cycles.none')} />
      </PageFrame>
    );
  }
  return (
    <Development
      key={`${personId} ${cycle.id}`}
      personId={personId}
      cycle={cycle}
      itemId={params.get('item')}
      choice={
        <Group gap="xs" mb="sm" role="toolbar" aria-label={t('development.tools')}>
          <Select
            size="xs"
            w={190}
            aria-label={t('development.cycle')}
            allowDeselect={false}
            data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
            value={cycle.id}
            onChange={(id) => id && setParams({ cycle: id })}
          />
        </Group>
      }
    />
  );
}

interface DevelopmentProps {
  personId: string;
  cycle: CycleChoice;
  /** The one that brought here. */
  itemId: string | null;
  choice: React.ReactNode;
}

function Development({ personId, cycle, itemId, choice }: DevelopmentProps) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [doing, setDoing] = useState<'add' | 'propose' | null>(null);
  const [{ data, error }, read] = useQuery({ query: DevelopmentQuery, variables: { personId, cycleId: cycle.id }, requestPolicy: 'cache-and-network' });
  const again = () => read({ requestPolicy: 'network-only' });
  if (!data) return error ? <FailureState error={error} onRetry={again} /> : <LoadingRows />;
  const person = data.person;
  const isOwn = personId === viewer.person.id;
  const mayRead = person && (isOwn || person.viewerMayDevelop.length > 0 || viewer.roles.includes('AUDITOR'));
  if (!mayRead) {
    return (
      <PageFrame title={t('development.missing')}>
        <EmptyState icon="search" title={t('development.missing')} hint={t('development.missingHint')} />
      </PageFrame>
    );
  }
  const mayPlan = person.viewerMayDevelop.includes('PLAN') && takesPlans(cycle.status);
  const hasUnplanned = person.competencyGaps.some((gap) => !gap.planned);
  return (
    <PageFrame
      title={isOwn ? t('development.title') : t('development.of', { name: person.name })}
      subtitle={t('development.hint')}
      above={
        !isOwn && (
          <nav aria-label={t('development.person')}>
            <Breadcrumbs separator="›" mb={6} fz="xs">
              <Link className="plain-link" to={`/people/${person.id}`}>
                {person.name}
              </Link>
            </Breadcrumbs>
          </nav>
        )
      }
      actions={
        mayPlan && (
          <>
            <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setDoing('add')}>
              {t('development.add')}
            </Button>
            {hasUnplanned && (
              <Button leftSection={<Icon name="forward" />} onClick={() => setDoing('propose')}>
                {t('development.propose')}
              </Button>
            )}
          </>
        )
      }
    >
      {choice}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <div>
          <ItemSection person={person} cycle={cycle} mayPlan={mayPlan} itemId={itemId} onDone={again} />
        </div>
        <div>
          <GapSection gaps={person.competencyGaps} />
          <HeldLevels person={person} onDone={again} />
          <ReadinessSection person={person} onDone={again} />
          {person.developmentPlan && (
            <Section title={t('history.title')}>
              <HistoryList key={person.developmentPlan.id} id={person.developmentPlan.id} news={person.developmentPlan.version} />
            </Section>
          )}
        </div>
      </SimpleGrid>
      {doing === 'add' && <ItemDrawer person={person} cycleId={cycle.id} item={null} onDone={again} onClose={() => setDoing(null)} />}
      {doing === 'propose' && <ProposalDrawer person={person} cycleId={cycle.id} onDone={again} onClose={() => setDoing(null)} />}
    </PageFrame>
  );
}
