import { Button, Loader, Text } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import { useLive } from '../../../api/useLive';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Fetched } from '../../../components/Fetched';
import { LoadingRows } from '../../../components/LoadingRows';
import { useWorkspace } from '../../organization/workspace/workspace';
import { unitsUnder } from '../../organization/units/unitTree';
import type { CycleChoice } from '../cycles/useCycles';
import { takesActuals } from '../cycles/cycle';
import { takesObjectives, writableLevels } from '../objectives/mayWrite';
import { ObjectiveActions, type ActionRequest } from '../objectives/ObjectiveActions';
import { isActive, matchesOf } from './filter';
import { lineOf, visibleRows, withAncestors } from './forest';
import { GoalGrid } from './GoalGrid';
import { GoalTreeChangedSubscription, type ObjectiveRowData } from './ObjectiveRow';
import { RowMenu } from './RowMenu';
import { TreeToolbar } from './TreeToolbar';
import type { useTreePlace } from './treePlace';
import { useGoalForest } from './useGoalForest';
import { useRowProgress } from './useRowProgress';

const loadGoalGraph = async () => (await import('../graph/GoalGraph')).GoalGraph;

interface CycleTreeProps {
  cycle: CycleChoice;
  cycles: readonly CycleChoice[];
  place: ReturnType<typeof useTreePlace>;
  /** The past day that is looked at; null for today. */
  day: string | null;
  asOf: string | null;
}

export function CycleTree({ cycle, cycles, place, day, asOf }: CycleTreeProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const { organization } = workspace;
  const tree = useGoalForest(cycle.id, asOf);
  const { forest, expanded, readWhole, activate, activeId } = tree;
  const progress = useRowProgress(takesActuals(cycle.status), day);
  // Whoever comes back goes on where he was.
  const isReload = useLocation().key === 'default';
  const isBack = useNavigationType() === NavigationType.Pop && !isReload;
  const [revealed, setRevealed] = useState(isBack && place.view !== 'graph' ? activeId : null);
  const onRevealed = useCallback(() => setRevealed(null), []);
  const [menuId, setMenuId] = useState<string | null>(null);
  const [request, setRequest] = useState<ActionRequest | null>(null);
  const { filter } = place;
  const filtering = isActive(filter);

  useLive({
    query: GoalTreeChangedSubscription,
    variables: { cycleId: cycle.id },
    pause: day !== null,
    onData: ({ goalTreeChanged: row }) => {
      tree.apply(row);
      progress.renew(lineOf(forest, row.id));
    },
    onResume: () => {
      tree.refresh();
      progress.renew();
    },
  });

  // A filter looks at the whole tree, which is read the first time that one is set.
  const needsWhole = filtering && !forest.isWhole && !tree.isLoading;
  useEffect(() => {
    if (needsWhole) readWhole(false);
  }, [needsWhole, readWhole]);

  const unitIds = useMemo(() => (filter.unitId ? unitsUnder(filter.unitId, organization.units) : null), [filter.unitId, organization.units]);
  const filterKey = JSON.stringify(filter);
  const matches = useMemo(
    () => (filtering && forest.isWhole ? matchesOf(forest, filter, unitIds) : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the filter is read from the address anew each time; its content counts
    [forest, filterKey, filtering, unitIds],
  );
  const rows = useMemo(() => visibleRows(forest, expanded, matches && withAncestors(forest, matches)), [forest, expanded, matches]);

  const open = useCallback(
    (id: string) => {
      activate(id);
      void navigate(day ? `/objectives/${id}?day=${day}` : `/objectives/${id}`);
    },
    [activate, navigate, day],
  );
  /** What was just drafted or moved comes into sight, wherever it stands. */
  const done = (row: ObjectiveRowData) => {
    tree.apply(row);
    if (row.status === 'WITHDRAWN') return;
    if (row.parent) tree.expand([row.parent.id]);
    activate(row.id);
    setRevealed(row.id);
  };

  const isWritable = day === null && takesObjectives(cycle.status) && writableLevels(workspace).length > 0;
  const isWaiting = filtering && !forest.isWhole;

  function menuOf(node: ObjectiveRowData) {
    return (
      <RowMenu
        node={node}
        isWritable={isWritable}
        onOpenChange={(opened) => !opened && setMenuId(null)}
        onOpenPage={() => open(node.id)}
        onAction={setRequest}
      />
    );
  }

  const body = () => {
    if (tree.error && rows.length === 0) return <FailureState error={tree.error} onRetry={tree.refresh} />;
    if ((tree.isLoading && forest.nodes.size === 0) || isWaiting) return <LoadingRows count={12} />;
    if (forest.nodes.size === 0) {
      return (
        <EmptyState icon="tree" title={t(day === null ? 'tree.empty' : 'tree.emptyOnDay')} hint={isWritable ? t('tree.emptyHint') : undefined}>
          {isWritable && <Button onClick={() => setRequest({ kind: 'draft', parentId: null })}>{t('objective.draftRoot')}</Button>}
        </EmptyState>
      );
    }
    if (rows.length === 0) return <EmptyState icon="search" title={t('tree.noMatch')} hint={t('tree.noMatchHint')} />;
    if (place.view === 'graph') {
      return (
        <Fetched
          load={loadGoalGraph}
          props={{ rows, nodes: forest.nodes, matches, progress: progress.known, onShown: progress.show, onOpen: open, onExpand: tree.expand, onCollapse: tree.collapse }}
          waiting={<LoadingRows count={12} />}
        />
      );
    }
    return (
      <GoalGrid
        label={t('tree.label', { cycle: cycle.name })}
        rows={rows}
        nodes={forest.nodes}
        busy={tree.busy}
        matches={matches}
        progress={progress.known}
        onShown={progress.show}
        activeId={activeId}
        revealed={revealed}
        onRevealed={onRevealed}
        onActivate={activate}
        onOpen={open}
        onMenu={setMenuId}
        onExpand={tree.expand}
        onCollapse={tree.collapse}
        menuId={menuId}
        renderMenu={menuOf}
      />
    );
  };

  return (
    <div className="surface" style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden' }}>
      <TreeToolbar
        cycle={cycle}
        cycles={cycles}
        place={place}
        day={day}
        isWhole={forest.isWhole}
        isReading={tree.isReadingWhole}
        onReadWhole={() => readWhole(true)}
        onCollapseAll={tree.collapseAll}
        onDraftRoot={isWritable ? () => setRequest({ kind: 'draft', parentId: null }) : undefined}
      />
      {tree.error && rows.length > 0 && <FailureState error={tree.error} onRetry={tree.refresh} />}
      <div style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>{body()}</div>
      <Text component="div" size="xs" c="dimmed" px="sm" py={4} style={{ borderTop: '1px solid var(--line)' }} role="status" aria-live="polite">
        {tree.isReadingWhole ? (
          <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
            <Loader size={12} /> {t('tree.readingWhole')}
          </span>
        ) : (
          <>
            {matches ? t('tree.found', { count: matches.size, total: forest.nodes.size }) : t(forest.isWhole ? 'tree.whole' : 'tree.part', { count: forest.nodes.size })}
            {tree.isTruncated && ` ${t('tree.truncated')}`}
          </>
        )}
      </Text>
      {request && <ObjectiveActions cycleId={cycle.id} request={request} onDone={done} onReload={tree.refresh} onClose={() => setRequest(null)} />}
    </div>
  );
}
