import { Alert, Text } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { useUnsaved } from '../../../components/useUnsaved';
import { useWorkspace } from '../../organization/workspace/workspace';
import type { CycleChoice } from '../../planning/cycles/useCycles';
import { ReportForm } from './ReportForm';
import { ReportingCycle, ReportingQuery } from './reporting';
import { forget, useDrafts } from './useDrafts';

const pageSize = 100;

interface ReportViewProps {
  cycle: CycleChoice;
  ownerId: string | null;
  unitId: string | null;
}

/** The objectives of a person or a unit that are reported themselves, with what is typed for them. */
export function ReportView({ cycle, ownerId, unitId }: ReportViewProps) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const me = viewer.person.id;
  const place = `${me} ${cycle.id} ${unitId ?? ownerId ?? ''}`;
  const { drafts, setDrafts, restored } = useDrafts(place);
  const pages = useConnection({ query: ReportingQuery, variables: { cycleId: cycle.id, ownerId, unitId }, pageSize, of: (data) => data.objectives });
  const [{ data, error }, readCycle] = useQuery({ query: ReportingCycle, variables: { id: cycle.id }, requestPolicy: 'cache-and-network' });
  const reload = () => {
    pages.reload();
    readCycle({ requestPolicy: 'network-only' });
  };
  // What was typed before may be of rows that are not read yet.
  const known = new Set(pages.nodes?.map((objective) => objective.id));
  const owesRows = pages.nodes !== undefined && pages.hasMore && !pages.isReading && !pages.error && [...drafts.cells.keys()].some((key) => !known.has(key.slice(key.indexOf(' ') + 1)));
  const { more } = pages;
  useEffect(() => {
    if (owesRows) more();
  }, [owesRows, more]);

  const asked = useMemo(() => pages.nodes?.filter((objective) => objective.viewerMayReport && !objective.progress.rolledUp) ?? [], [pages.nodes]);

  useUnsaved(drafts.cells.size > 0, {
    text: t('report.leave', { count: drafts.cells.size }),
    isKept: ({ pathname, search }) => {
      const params = new URLSearchParams(search);
      return pathname === '/report' && (params.get('cycle') ?? cycle.id) === cycle.id && params.get('unit') === unitId && (unitId !== null || (params.get('owner') ?? me) === ownerId);
    },
    onDiscard: () => forget(place),
  });

  const failure = pages.error ?? (data ? undefined : error);
  if (!pages.nodes || !data) return failure ? <FailureState error={failure} onRetry={reload} /> : <LoadingRows />;
  const rolledUp = pages.nodes.filter((objective) => objective.viewerMayReport && objective.progress.rolledUp).length;
  const others = pages.nodes.filter((objective) => !objective.viewerMayReport).length;
  return (
    <>
      {pages.error && <FailureState error={pages.error} onRetry={reload} />}
      {restored > 0 && drafts.cells.size > 0 && (
        <Alert color="yellow" variant="light" py={6} mb="sm" icon={<Icon name="clock" />} role="status">
          <Text size="sm">{t('report.restored', { count: restored })}</Text>
        </Alert>
      )}
      {asked.length === 0 ? (
        <EmptyState icon="list" title={t('report.none')} hint={t('report.noneHint')} />
      ) : (
        <ReportForm cycle={cycle} closed={data.cycle?.closedPeriods ?? []} objectives={asked} showOwners={ownerId === null} drafts={drafts} setDrafts={setDrafts} onReload={reload} />
      )}
      <MoreButton pages={pages} />
      {(rolledUp > 0 || others > 0) && (
        <Text size="xs" c="dimmed" mt={6}>
          {rolledUp > 0 && t('report.rolledUp', { count: rolledUp })} {others > 0 && t('report.others', { count: others })}
        </Text>
      )}
    </>
  );
}
