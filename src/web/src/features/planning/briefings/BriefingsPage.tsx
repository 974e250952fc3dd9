import { Alert, Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices, type Choices } from '../../../components/useChoices';
import { useList } from '../../../i18n/useList';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { useCycles } from '../cycles/useCycles';
import { takesObjectives } from '../objectives/mayWrite';
import { AwaitedSupport } from '../support/AwaitedSupport';
import { BriefingsQuery, briefingKinds, OpennessQuery, type BriefingData, type BriefingKind } from './briefings';
import { PublishDrawer } from './PublishDrawer';

/** What was published in a cycle, to a unit, of a kind; whether setting is open; what waits for one's answer. */
export function BriefingsPage() {
  const { t } = useTranslation();
  const [params, choose] = useChoices();
  const { cycle, cycles, isLoading, error, reload } = useCycles(params.get('cycle'));
  if (isLoading) return <LoadingRows />;
  if (error) return <FailureState error={error} onRetry={reload} />;
  if (!cycle) {
    return (
      <PageFrame title={t('briefings.title')}>
        <EmptyState icon="calendar" title={t('cycles.none')} />
      </PageFrame>
    );
  }
  const kind = briefingKinds.find((one) => one === params.get('kind')) ?? null;
  return <Briefings key={cycle.id} cycle={cycle} cycles={cycles} unitId={params.get('unit')} kind={kind} choose={choose} />;
}

interface BriefingsProps {
  cycle: ReturnType<typeof useCycles>['cycles'][number];
  cycles: ReturnType<typeof useCycles>['cycles'];
  unitId: string | null;
  kind: BriefingKind | null;
  choose: (changes: Choices) => void;
}

function Briefings({ cycle, cycles, unitId, kind, choose }: BriefingsProps) {
  const { t } = useTranslation();
  const { may, ledUnitIds } = useWorkspace();
  const list = useList();
  const [publishing, setPublishing] = useState(false);
  const pages = useConnection({ query: BriefingsQuery, variables: { cycleId: cycle.id, unitId, kind }, pageSize: 20, of: (data) => data.briefings });
  const [{ data }, readOpenness] = useQuery({ query: OpennessQuery, variables: { cycleId: cycle.id, unitId } });
  const progress = data?.cycle?.settingProgress;
  const mayPublish = takesObjectives(cycle.status) && (may('publishEverywhere') || ledUnitIds.size > 0);
  const reload = () => {
    pages.reload();
    readOpenness({ requestPolicy: 'network-only' });
  };
  return (
    <PageFrame
      title={t('briefings.title')}
      subtitle={t('briefings.hint')}
      actions={
        mayPublish && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setPublishing(true)}>
            {t('briefings.publish')}
          </Button>
        )
      }
    >
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('tree.tools')}>
        <Select
          size="xs"
          w={190}
          aria-label={t('briefings.cycle')}
          allowDeselect={false}
          data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
          value={cycle.id}
          onChange={(id) => choose({ cycle: id })}
        />
        <UnitPicker size="xs" aria-label={t('briefings.unit')} placeholder={t('briefings.allUnits')} clearable value={unitId} onChange={(id) => choose({ unit: id })} />
        <Select
          size="xs"
          w={170}
          aria-label={t('briefings.kind')}
          placeholder={t('briefings.allKinds')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={briefingKinds.map((one) => ({ value: one, label: t(`enums.BriefingKind.${one}`) }))}
          value={kind}
          onChange={(value) => choose({ kind: value })}
        />
      </Group>
      {progress && (
        <Alert color={progress.briefingsMissing.length > 0 ? 'yellow' : 'green'} variant="outline" py={6} mb="sm" icon={<Icon name={progress.briefingsMissing.length > 0 ? 'warning' : 'check'} />}>
          <Text size="sm">
            {progress.briefingsMissing.length > 0
              ? t('briefings.missing', { unit: progress.unit.name, kinds: list.format(progress.briefingsMissing.map((one) => t(`enums.BriefingKind.${one}`))) })
              : t('briefings.open', { unit: progress.unit.name })}
          </Text>
        </Alert>
      )}
      <AwaitedSupport cycleId={cycle.id} />
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="comment" title={t('briefings.none')} hint={t('briefings.noneHint')} />}
      {pages.nodes && pages.nodes.length > 0 && (
        <ul className="surface" style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t('briefings.title')}>
          {pages.nodes.map((briefing) => (
            <Line key={briefing.id} briefing={briefing} />
          ))}
        </ul>
      )}
      <MoreButton pages={pages} />
      {publishing && <PublishDrawer cycleId={cycle.id} unitId={unitId} onDone={reload} onClose={() => setPublishing(false)} />}
    </PageFrame>
  );
}

function Line({ briefing }: { briefing: BriefingData }) {
  const { t } = useTranslation();
  const instant = useInstant();
  return (
    <li style={{ padding: '10px 16px', borderBottom: '1px solid #eef1f4' }}>
      <Group justify="space-between" gap="xs">
        <Link className="plain-link" style={{ fontWeight: 600, overflowWrap: 'anywhere' }} to={`/briefings/${briefing.id}`}>
          {briefing.title}
        </Link>
        {briefing.awaitsViewer && (
          <Text size="xs" fw={600} c="#8a5200">
            {t('briefings.waits')}
          </Text>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t(`enums.BriefingKind.${briefing.kind}`)} · {t('briefings.to', { unit: briefing.unit.name })}
        {briefing.publishedAt && ` · ${t('briefings.by', { name: briefing.publishedBy.name, at: instant(briefing.publishedAt) })}`}
      </Text>
      <Text size="xs" c="dimmed">
        {t('briefings.count', { read: briefing.acknowledgements.totalCount, pending: briefing.pending.totalCount })}
      </Text>
    </li>
  );
}
