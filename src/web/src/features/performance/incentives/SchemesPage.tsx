import { Anchor, Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { groupDecimal } from '../../../format/decimal';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles } from '../../planning/cycles/useCycles';
import styles from './Incentives.module.css';
import { SchemeBadge } from './SchemeBadge';
import { SchemeDrawer } from './SchemeDrawer';
import { SchemesQuery } from './schemes';

/** A cycle's incentive schemes. */
export function SchemesPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { cycle, cycles, isLoading, error, reload } = useCycles(params.get('cycle'));
  if (isLoading) return <LoadingRows />;
  if (error) return <FailureState error={error} onRetry={reload} />;
  if (!cycle) {
    return (
      <PageFrame title={t('incentives.title')}>
        <EmptyState icon="calendar" title={t('cycles.none')} />
      </PageFrame>
    );
  }
  return <Schemes key={cycle.id} cycleId={cycle.id} cycles={cycles} onCycle={(id) => setParams({ cycle: id })} />;
}

interface SchemesProps {
  cycleId: string;
  cycles: ReturnType<typeof useCycles>['cycles'];
  onCycle: (id: string) => void;
}

function Schemes({ cycleId, cycles, onCycle }: SchemesProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { viewer } = useWorkspace();
  const [isAdding, setAdding] = useState(false);
  const [{ data, error }, read] = useQuery({ query: SchemesQuery, variables: { cycleId } });
  const schemes = data?.incentiveSchemes;
  return (
    <PageFrame
      title={t('incentives.title')}
      subtitle={t('incentives.hint')}
      actions={
        viewer.roles.includes('HR') && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t('incentives.add')}
          </Button>
        )
      }
    >
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('incentives.tools')}>
        <Select
          size="xs"
          w={190}
          aria-label={t('incentives.cycle')}
          allowDeselect={false}
          data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
          value={cycleId}
          onChange={(id) => id && onCycle(id)}
        />
      </Group>
      {!schemes && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />)}
      {schemes?.length === 0 && <EmptyState icon="list" title={t('incentives.none')} hint={t('incentives.noneHint')} />}
      {schemes && schemes.length > 0 && (
        <ul className={`surface ${styles.list}`} aria-label={t('incentives.title')}>
          {schemes.map((scheme) => (
            <li key={scheme.id} className={styles.item}>
              <Group gap="xs" wrap="wrap">
                <SchemeBadge scheme={scheme} />
                <Anchor component={Link} to={`/incentives/${scheme.id}`} fw={600} style={{ overflowWrap: 'anywhere' }}>
                  {scheme.name}
                </Anchor>
                {scheme.findings.length > 0 && (
                  <Text size="xs" fw={600}>
                    {t('incentives.findingCount', { count: scheme.findings.length })}
                  </Text>
                )}
              </Group>
              <Text size="sm" c="dimmed" mt={4}>
                {t('incentives.line', {
                  unit: scheme.unit.name,
                  people: scheme.participants.totalCount,
                  individual: scheme.individualShare,
                  team: scheme.teamShare,
                  company: scheme.companyShare,
                  budget: `${groupDecimal(scheme.budget.amount)} ${scheme.budget.currency}`,
                })}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {isAdding && <SchemeDrawer cycleId={cycleId} scheme={null} onDone={(id) => void navigate(`/incentives/${id}`)} onClose={() => setAdding(false)} />}
    </PageFrame>
  );
}
