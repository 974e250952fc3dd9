import { Alert, Anchor, Breadcrumbs, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql';
import { useLive } from '../../../api/useLive';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { endOfDay, formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { NeedSection } from '../../development/needs/NeedSection';
import { ControlSection } from '../../monitoring/control/ControlSection';
import { DeviationSection } from '../../monitoring/deviations/DeviationSection';
import { ProgressSection } from '../../monitoring/progress/ProgressSection';
import { RecogniseDrawer } from '../../performance/recognition/RecogniseDrawer';
import { HistoryList } from '../../platform/history/HistoryList';
import { takesActuals } from '../cycles/cycle';
import { CalibrationSection } from '../calibration/CalibrationSection';
import { FindingSection } from '../findings/FindingSection';
import { Agreement } from '../negotiation/Agreement';
import { PhasingSection } from '../phasing/PhasingSection';
import { RevisionSection } from '../revisions/RevisionSection';
import { ObjectiveChangedSubscription } from '../tree/ObjectiveRow';
import { WhatIfPanel } from '../whatif/WhatIfPanel';
import { WorkSections } from '../work/WorkSections';
import { ChildList } from './ChildList';
import { CommentList } from './CommentList';
import { hasOpenTerms, isOpen, mayWrite, writableLevels } from './mayWrite';
import { ObjectiveActions, type ActionRequest } from './ObjectiveActions';
import { ObjectiveDetail } from './ObjectiveDetail';
import { ObjectiveFacts } from './ObjectiveFacts';
import { StatusBadge } from './StatusBadge';

const ObjectivePageQuery = graphql(
  `
    query ObjectivePage($id: ID!, $asOf: DateTime) {
      objective(id: $id, asOf: $asOf) {
        ...ObjectiveDetail
        ancestors {
          id
          code
          title
        }
      }
    }
  `,
  [ObjectiveDetail],
);

/** One objective, now or as it stood on a past day, with all that belongs to it. */
export function ObjectivePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const workspace = useWorkspace();
  const asked = params.get('day');
  const day = asked && asked < workspace.today ? asked : null;
  const asOf = day && endOfDay(day, workspace.organization.timeZone);
  const [{ data, error, fetching }, read] = useQuery({ query: ObjectivePageQuery, variables: { id, asOf } });
  const [request, setRequest] = useState<ActionRequest | null>(null);
  const [isRecognising, setRecognising] = useState(false);
  const [news, setNews] = useState(0);
  const reload = () => {
    read({ requestPolicy: 'network-only' });
    setNews((n) => n + 1);
  };
  useLive({ query: ObjectiveChangedSubscription, variables: { rootId: id }, pause: day !== null || !data?.objective, onData: reload, onResume: reload });

  const objective = data?.objective;
  if (!objective) {
    if (error) return <FailureState error={error} onRetry={reload} />;
    if (fetching || !data) return <LoadingRows />;
    return (
      <PageFrame title={t('objective.missing')}>
        <EmptyState icon="search" title={t('objective.missing')} hint={t('objective.missingHint')} />
      </PageFrame>
    );
  }

  const may = day === null && mayWrite(workspace, objective);
  return (
    <PageFrame
      title={objective.title}
      above={<Ancestry cycle={objective.cycle} ancestors={objective.ancestors} day={day} />}
      subtitle={
        <Group gap={8} mt={4}>
          <span className="number">{objective.code}</span>
          <StatusBadge status={objective.status} />
          <span>{t(`enums.ObjectiveLevel.${objective.level}`)}</span>
          {objective.important && (
            <Group gap={4} c="#8a5200">
              <Icon name="star" size={13} filled />
              {t('objective.important')}
            </Group>
          )}
        </Group>
      }
      actions={
        <>
          {day === null && isOpen(objective) && writableLevels(workspace).length > 0 && (
            <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setRequest({ kind: 'draft', parentId: objective.id })}>
              {t('objective.draftChild')}
            </Button>
          )}
          {day === null && objective.owner.id !== workspace.viewer.person.id && !workspace.viewer.roles.includes('AUDITOR') && (
            <Button variant="default" leftSection={<Icon name="star" />} onClick={() => setRecognising(true)}>
              {t('recognition.submit')}
            </Button>
          )}
          {may && (
            <>
              <Button variant="default" leftSection={<Icon name="graph" />} component={Link} to={`/objectives/${objective.id}/allocate`}>
                {t('allocation.allocate')}
              </Button>
              <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => setRequest({ kind: 'edit', objective })}>
                {t('objective.edit')}
              </Button>
              <Button variant="default" leftSection={<Icon name="move" />} onClick={() => setRequest({ kind: 'move', objective })}>
                {t('objective.move')}
              </Button>
              {hasOpenTerms(objective) && (
                <Button variant="default" leftSection={<Icon name="archive" />} onClick={() => setRequest({ kind: 'withdraw', objective })}>
                  {t('objective.withdraw')}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      {day && (
        <Alert color="yellow" variant="light" py={6} mb="sm" icon={<Icon name="clock" />}>
          <Group gap="sm">
            <Text size="sm">{t('objective.past', { day: formatDay(day, language) })}</Text>
            <Anchor component={Link} to={`/objectives/${objective.id}`} size="sm" underline="always">
              {t('tree.backToToday')}
            </Anchor>
          </Group>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <div>
          <ObjectiveFacts
            objective={objective}
            day={day}
            whatIf={
              day === null &&
              isOpen(objective) && (
                <WhatIfPanel key={objective.id} objective={objective} news={news} onEdit={may && hasOpenTerms(objective) ? (target) => setRequest({ kind: 'edit', objective, target }) : undefined} onDone={reload} />
              )
            }
          />
          {takesActuals(objective.cycle.status) && <ProgressSection objectiveId={objective.id} asOf={asOf} day={day} news={news} />}
          {day === null && takesActuals(objective.cycle.status) && <ControlSection objectiveId={objective.id} news={news} onDone={reload} />}
          {day === null && takesActuals(objective.cycle.status) && (
            <>
              <DeviationSection objectiveId={objective.id} news={news} onDone={reload} />
              <RevisionSection objectiveId={objective.id} news={news} onDone={reload} />
            </>
          )}
          <CalibrationSection objectiveId={objective.id} asOf={asOf} news={news} />
          <PhasingSection objectiveId={objective.id} asOf={asOf} may={may} news={news} onDone={reload} />
          {day === null && <WorkSections objectiveId={objective.id} news={news} onDone={reload} />}
          <Section title={t('objective.children', { count: objective.childCount })}>
            <ChildList objectiveId={objective.id} asOf={asOf} day={day} news={news} />
          </Section>
        </div>
        <div>
          {day === null && <FindingSection objectiveId={objective.id} news={news} onDone={reload} />}
          {day === null && <Agreement objectiveId={objective.id} mayAskForHelp={may} news={news} onDone={reload} />}
          {day === null && <NeedSection objectiveId={objective.id} news={news} onDone={reload} />}
          <CommentList objectiveId={objective.id} readOnly={day !== null} news={news} />
          <Section title={t('history.title')}>
            <HistoryList id={objective.id} news={news} />
          </Section>
        </div>
      </SimpleGrid>
      {isRecognising && (
        <RecogniseDrawer about={{ to: { id: objective.owner.id, label: objective.owner.name }, kind: 'PRAISE', subject: objective.title, objectiveId: objective.id }} onDone={() => undefined} onClose={() => setRecognising(false)} />
      )}
      {request && (
        <ObjectiveActions
          cycleId={objective.cycle.id}
          request={request}
          onDone={(row) => {
            reload();
            if (request.kind === 'draft') void navigate(`/objectives/${row.id}`);
          }}
          onReload={reload}
          onClose={() => setRequest(null)}
        />
      )}
    </PageFrame>
  );
}

interface AncestryProps {
  cycle: { id: string; name: string };
  ancestors: readonly { id: string; code: string; title: string }[];
  day: string | null;
}

function Ancestry({ cycle, ancestors, day }: AncestryProps) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('objective.ancestors')}>
      <Breadcrumbs separator="›" mb={6} fz="xs" style={{ flexWrap: 'wrap', rowGap: 6 }} separatorMargin={6}>
        <Link className="plain-link" to={`/tree?cycle=${cycle.id}${day ? `&day=${day}` : ''}`}>
          {cycle.name}
        </Link>
        {ancestors.map((ancestor) => (
          <Link key={ancestor.id} className="plain-link truncate" style={{ maxWidth: 260 }} title={ancestor.title} to={`/objectives/${ancestor.id}${day ? `?day=${day}` : ''}`}>
            {ancestor.title}
          </Link>
        ))}
      </Breadcrumbs>
    </nav>
  );
}
