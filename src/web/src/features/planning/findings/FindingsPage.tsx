import { Group, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices, type Choices } from '../../../components/useChoices';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useCycles } from '../cycles/useCycles';
import { FindingItem } from './FindingItem';
import { findingKinds, FindingsQuery, severities } from './findings';

/** All that does not fit in a cycle's objectives, the worst first. */
export function FindingsPage() {
  const { t } = useTranslation();
  const [params, choose] = useChoices();
  const { cycle, cycles, isLoading, error, reload } = useCycles(params.get('cycle'));
  if (isLoading) return <LoadingRows />;
  if (error) return <FailureState error={error} onRetry={reload} />;
  if (!cycle) {
    return (
      <PageFrame title={t('findings.title')}>
        <EmptyState icon="calendar" title={t('cycles.none')} />
      </PageFrame>
    );
  }
  return <Findings key={cycle.id} cycle={cycle} cycles={cycles} params={params} choose={choose} />;
}

interface FindingsProps {
  cycle: ReturnType<typeof useCycles>['cycles'][number];
  cycles: ReturnType<typeof useCycles>['cycles'];
  params: URLSearchParams;
  choose: (changes: Choices) => void;
}

function Findings({ cycle, cycles, params, choose }: FindingsProps) {
  const { t } = useTranslation();
  const kind = findingKinds.find((one) => one === params.get('kind')) ?? null;
  const severity = severities.find((one) => one === params.get('severity')) ?? null;
  const unitId = params.get('unit');
  const waived = params.get('waived') === 'yes';
  const filter = { kinds: kind && [kind], severity: severity && [severity], unitId, includeSubunits: true, waived };
  const pages = useConnection({ query: FindingsQuery, variables: { cycleId: cycle.id, filter }, pageSize: 20, of: (data) => data.findings });
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('common.clear') } };
  return (
    <PageFrame title={t('findings.title')} subtitle={t('findings.hint')}>
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
        <UnitPicker size="xs" aria-label={t('briefings.unit')} placeholder={t('findings.allUnits')} clearable value={unitId} onChange={(id) => choose({ unit: id })} />
        <Select size="xs" w={200} aria-label={t('findings.kind')} placeholder={t('findings.allKinds')} {...clear} data={findingKinds.map((one) => ({ value: one, label: t(`enums.FindingKind.${one}`) }))} value={kind} onChange={(value) => choose({ kind: value })} />
        <Select size="xs" w={130} aria-label={t('findings.severity')} placeholder={t('findings.allSeverities')} {...clear} data={severities.map((one) => ({ value: one, label: t(`enums.FindingSeverity.${one}`) }))} value={severity} onChange={(value) => choose({ severity: value })} />
        <Select
          size="xs"
          w={130}
          aria-label={t('findings.state')}
          allowDeselect={false}
          data={[{ value: 'no', label: t('findings.open') }, { value: 'yes', label: t('findings.isWaived') }]}
          value={waived ? 'yes' : 'no'}
          onChange={(value) => choose({ waived: value === 'yes' ? 'yes' : null })}
        />
        {pages.nodes && (
          <Text size="xs" c="dimmed" role="status">
            {t('findings.count', { count: pages.totalCount })}
          </Text>
        )}
      </Group>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="check" title={t('findings.none')} hint={t('findings.noneHint')} />}
      {pages.nodes && pages.nodes.length > 0 && (
        <ul className="surface" style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={t('findings.title')}>
          {pages.nodes.map((finding) => (
            <FindingItem key={finding.id} finding={finding} withObjective onDone={pages.reload} />
          ))}
        </ul>
      )}
      <MoreButton pages={pages} />
    </PageFrame>
  );
}
