import '@xyflow/react/dist/style.css';
import { Alert } from '@mantine/core';
import { Background, Controls, MiniMap, Position, ReactFlow, useStore, type Edge, type Node, type NodeTypes, type ReactFlowInstance } from '@xyflow/react';
import { useEffect, useMemo, useState, type FocusEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from '../../../components/usePhone';
import type { TreeRow } from '../tree/forest';
import type { ObjectiveRowData } from '../tree/ObjectiveRow';
import type { RowProgress } from '../tree/rowProgress';
import { GoalNode, type GoalNodeData } from './GoalNode';
import { aboveAll, inSight, intoSight, layoutOf, nodeHeight, nodeWidth, type Placed } from './layout';

/** More nodes than this say nothing to the eye. */
const mostNodes = 600;

const nodeTypes: NodeTypes = { goal: GoalNode };

interface GoalGraphProps {
  rows: readonly TreeRow[];
  nodes: ReadonlyMap<string, ObjectiveRowData>;
  matches: ReadonlySet<string> | null;
  /** How they do, as far as it is known; null in a cycle that is not carried out yet. */
  progress: ReadonlyMap<string, RowProgress> | null;
  /** Tells which are in sight. */
  onShown: (ids: readonly string[]) => void;
  onOpen: (id: string) => void;
  onExpand: (ids: readonly string[]) => void;
  onCollapse: (ids: readonly string[]) => void;
}

/** The same branches as the rows show, drawn from left to right. */
export function GoalGraph({ rows, nodes, matches, progress, onShown, onOpen, onExpand, onCollapse }: GoalGraphProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const shown = useMemo(() => rows.slice(0, mostNodes), [rows]);
  const places = useMemo(() => layoutOf(shown), [shown]);
  const graph = useMemo(() => {
    const drawn: Node<GoalNodeData>[] = [];
    const edges: Edge[] = [];
    places.forEach((place, index) => {
      const row = shown[index];
      const node = nodes.get(place.id);
      if (!row || !node) return;
      drawn.push({
        id: place.id,
        type: 'goal',
        position: { x: place.x, y: place.y },
        width: nodeWidth,
        height: nodeHeight,
        sourcePosition: Position.Right,
        targetPosition: Position.Left,
        ariaLabel: node.title,
        data: { node, row, progress: progress?.get(place.id), isContext: matches !== null && !matches.has(place.id), onOpen, onToggle: () => (row.isExpanded ? onCollapse([row.id]) : onExpand([row.id])) },
      });
      if (place.parentId) edges.push({ id: `${place.parentId} ${place.id}`, source: place.parentId, target: place.id, focusable: false });
    });
    return { drawn, edges };
  }, [shown, places, nodes, matches, progress, onOpen, onExpand, onCollapse]);

  const [flow, setFlow] = useState<ReactFlowInstance<Node<GoalNodeData>>>();

  /** What the keyboard comes to is moved into sight. */
  function follow({ target, currentTarget }: FocusEvent<HTMLElement>) {
    const id = target.closest<HTMLElement>('.react-flow__node')?.dataset.id;
    const place = target.matches(':focus-visible') ? places.find((one) => one.id === id) : undefined;
    if (place) void flow?.setViewport(intoSight(place, flow.getViewport(), currentTarget.clientWidth, currentTarget.clientHeight));
  }

  return (
    <div style={{ flex: 1, minHeight: 0, position: 'relative' }} role="region" aria-label={t('tree.graph')}>
      {rows.length > mostNodes && (
        <Alert color="yellow" variant="light" py={4} style={{ position: 'absolute', zIndex: 5, top: 8, left: 8 }}>
          {t('tree.graphTooLarge', { count: mostNodes, total: rows.length })}
        </Alert>
      )}
      <ReactFlow
        nodes={graph.drawn}
        edges={graph.edges}
        nodeTypes={nodeTypes}
        onInit={setFlow}
        onFocus={follow}
        defaultViewport={{ x: 24, y: aboveAll, zoom: phone ? 0.7 : 0.9 }}
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{
          'controls.ariaLabel': t('tree.controls.label'),
          'controls.zoomIn.ariaLabel': t('tree.controls.zoomIn'),
          'controls.zoomOut.ariaLabel': t('tree.controls.zoomOut'),
          'controls.fitView.ariaLabel': t('tree.controls.fit'),
          'minimap.ariaLabel': t('tree.controls.map'),
        }}
      >
        <Background gap={24} color="#dfe5ea" />
        <Sight places={places} onShown={onShown} />
        <Controls showInteractive={false} position="top-right" orientation="horizontal" />
        {!phone && <MiniMap pannable zoomable nodeColor="#b6c7d4" />}
      </ReactFlow>
    </div>
  );
}

function Sight({ places, onShown }: { places: readonly Placed[]; onShown: (ids: readonly string[]) => void }) {
  const ids = useStore((flow) => inSight(places, flow.transform, flow.width, flow.height).join(' '));
  useEffect(() => onShown(ids === '' ? [] : ids.split(' ')), [ids, onShown]);
  return null;
}
