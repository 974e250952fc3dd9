import { List, Select, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { useCycles, type CycleChoice } from '../cycles/useCycles';
import { CoverageQuery, coverageOf } from './coverage';

interface CoverageSectionProps {
  onOpen: (elementId: string) => void;
}

/** Where the chain from the vision to a cycle's objectives has gaps. */
export function CoverageSection({ onOpen }: CoverageSectionProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string | null>(null);
  const { cycle, cycles } = useCycles(asked);
  if (!cycle) return null;
  return (
    <Section
      title={t('coverage.title')}
      actions={
        <Select
          size="xs"
          w={150}
          aria-label={t('coverage.cycle')}
          allowDeselect={false}
          data={cycles.map((one) => ({ value: one.id, label: one.name }))}
          value={cycle.id}
          onChange={setAsked}
        />
      }
    >
      <Gaps cycle={cycle} onOpen={onOpen} />
    </Section>
  );
}

function Gaps({ cycle, onOpen }: { cycle: CycleChoice; onOpen: (elementId: string) => void }) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: CoverageQuery, variables: { cycleId: cycle.id, first: 500 } });
  if (!data) return error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows count={3} />;
  const { withoutChild, withoutObjective, broken, loose } = coverageOf(data, cycle);
  if (withoutChild.length + withoutObjective.length + broken.length + loose.length === 0) {
    return (
      <Text size="sm" p="md">
        {t('coverage.all')}
      </Text>
    );
  }
  const element = (one: { id: string; kind: (typeof withoutChild)[number]['kind']; title: string }): readonly [string, ReactNode] => [
    one.id,
    <button key={one.id} type="button" className="text-link" style={{ background: 'none', border: 0, padding: 0, font: 'inherit', cursor: 'pointer', textAlign: 'start' }} onClick={() => onOpen(one.id)}>
      {t(`enums.StrategyKind.${one.kind}`)} · {one.title}
    </button>,
  ];
  return (
    <>
      <GapList title={t('coverage.withoutObjective')} items={withoutObjective.map(element)} />
      <GapList
        title={t('coverage.loose')}
        items={loose.map((one) => [
          one.id,
          <Link key={one.id} className="plain-link" to={`/objectives/${one.id}`}>
            {one.title}
          </Link>,
        ])}
      />
      <GapList title={t('coverage.broken')} items={broken.map(element)} />
      <GapList title={t('coverage.withoutChild')} items={withoutChild.map(element)} />
    </>
  );
}

function GapList({ title, items }: { title: string; items: readonly (readonly [string, ReactNode])[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} px="md" pt="xs">
        {title} ({items.length})
      </Text>
      <List listStyleType="none" size="sm" px="md" py={4} spacing={4}>
        {items.map(([key, item]) => (
          <List.Item key={key}>{item}</List.Item>
        ))}
      </List>
    </>
  );
}
