import { Button, Grid, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { openRows } from '../../../components/openRows';
import { PageFrame } from '../../../components/PageFrame';
import { TreeList } from '../../../components/TreeList';
import { useWorkspace } from '../../organization/workspace/workspace';
import { CoverageSection } from './CoverageSection';
import { inChainOrder, StrategyQuery, type StrategyElementData } from './strategy';
import { StrategyDrawer } from './StrategyDrawer';
import { StrategyPanel } from './StrategyPanel';

/** The chain from the vision to the year's plans, and the objectives that serve it. */
export function StrategyPage() {
  const { t } = useTranslation();
  const { may } = useWorkspace();
  const [chosen, setChosen] = useState<string | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [task, setTask] = useState<{ element: StrategyElementData | null; parent: StrategyElementData | null } | null>(null);
  const [{ data, error }, read] = useQuery({ query: StrategyQuery });
  const reload = () => read({ requestPolicy: 'network-only' });
  const elements = useMemo(() => data?.strategy ?? [], [data]);
  const placed = useMemo(() => inChainOrder(elements), [elements]);
  const element = elements.find((one) => one.id === chosen) ?? null;
  const mayChange = may('manageStrategy');

  const items = useMemo(
    () =>
      openRows(placed, (row) => closed.has(row.element.id)).map(({ element: one, level, position, siblings, children, isExpanded }) => ({
        id: one.id,
        level,
        position,
        siblings,
        isExpandable: children > 0,
        isExpanded,
        label: (
          <span style={{ padding: '4px 0', overflowWrap: 'anywhere' }}>
            <Text span size="xs" c="dimmed" mr={6}>
              {t(`enums.StrategyKind.${one.kind}`)}
            </Text>
            {one.title}
          </span>
        ),
      })),
    [placed, closed, t],
  );

  return (
    <PageFrame
      title={t('strategy.title')}
      subtitle={t('strategy.hint')}
      actions={
        mayChange && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setTask({ element: null, parent: element })}>
            {element ? t('strategy.addUnder') : t('strategy.add')}
          </Button>
        )
      }
    >
      {!data && (error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />)}
      {data && elements.length === 0 && <EmptyState icon="flag" title={t('strategy.none')} hint={t('strategy.noneHint')} />}
      {elements.length > 0 && (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, sm: 6 }}>
            <div className="surface">
              <TreeList
                label={t('strategy.title')}
                items={items}
                selectedId={chosen}
                onOpen={setChosen}
                onExpand={(ids) => setClosed((before) => new Set([...before].filter((id) => !ids.includes(id))))}
                onCollapse={(id) => setClosed((before) => new Set(before).add(id))}
              />
            </div>
          </Grid.Col>
          <Grid.Col span={{ base: 12, sm: 6 }}>
            {element ? (
              <StrategyPanel key={element.id} element={element} onEdit={mayChange ? () => setTask({ element, parent: null }) : undefined} />
            ) : (
              <EmptyState icon="flag" title={t('strategy.choose')} />
            )}
            <CoverageSection onOpen={setChosen} />
          </Grid.Col>
        </Grid>
      )}
      {task && <StrategyDrawer element={task.element} parent={task.parent} onDone={reload} onClose={() => setTask(null)} />}
    </PageFrame>
  );
}
