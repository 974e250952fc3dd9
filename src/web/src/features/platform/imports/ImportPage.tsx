import { Anchor, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Icon } from '../../../components/Icon';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles } from '../../planning/cycles/useCycles';
import { ImportPanel } from './ImportPanel';
import { importKinds, isOfCycle, isOfHr, type ImportKind } from './importRecords';

/** Objectives and actuals can be imported by whoever may write them, what is learnt by HR, the rest by administrators. All may take out what they may read. */
export function ImportPage() {
  const { t } = useTranslation();
  const { may, viewer } = useWorkspace();
  const [params] = useSearchParams();
  const [kind, setKind] = useState<ImportKind>(importKinds.find((one) => one === params.get('kind')) ?? 'OBJECTIVES');
  const [askedCycle, setAskedCycle] = useState<string | null>(null);
  const { cycles, cycle } = useCycles(askedCycle);
  const ofCycle = isOfCycle(kind);
  const cycleId = ofCycle ? (cycle?.id ?? null) : null;
  const mayImport = ofCycle || (isOfHr(kind) ? viewer.roles.includes('HR') : may('import'));

  return (
    <PageFrame title={t('imports.title')} subtitle={t('imports.hint')}>
      <Section title={t('imports.choice')}>
        <Group px="md" py="md" gap="md" align="flex-end">
          <Select
            label={t('imports.kind')}
            allowDeselect={false}
            data={importKinds.map((one) => ({ value: one, label: t(`imports.kinds.${one}`) }))}
            value={kind}
            onChange={(value) => setKind(importKinds.find((one) => one === value) ?? kind)}
          />
          {ofCycle && (
            <Select
              label={t('imports.cycle')}
              allowDeselect={false}
              data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
              value={cycleId}
              onChange={setAskedCycle}
            />
          )}
          <Downloads title={t('imports.template')} path={`/exports/template/${kind.toLowerCase()}`} query="" />
          {(!ofCycle || cycleId) && <Downloads title={t('imports.export')} path={`/exports/${kind.toLowerCase()}`} query={cycleId ? `?cycleId=${cycleId}` : ''} />}
        </Group>
        <Text size="xs" c="dimmed" px="md" pb="sm">
          {t('imports.templateHint')}
        </Text>
      </Section>
      {mayImport && (!ofCycle || cycleId) && <ImportPanel key={kind} kind={kind} cycleId={cycleId} />}
      {!mayImport && (
        <Text size="sm" c="dimmed">
          {t(isOfHr(kind) ? 'imports.hrOnly' : 'imports.administratorsOnly')}
        </Text>
      )}
    </PageFrame>
  );
}

function Downloads({ title, path, query }: { title: string; path: string; query: string }) {
  return (
    <div>
      <Text size="sm" fw={500} mb={6}>
        {title}
      </Text>
      <Group gap="sm" h={36}>
        {(['csv', 'xlsx'] as const).map((format) => (
          <Anchor key={format} href={`${path}.${format}${query}`} download size="sm" underline="hover" style={{ display: 'inline-flex', gap: 4, alignItems: 'center' }} aria-label={`${title} ${format.toUpperCase()}`}>
            <Icon name="download" size={14} />
            {format.toUpperCase()}
          </Anchor>
        ))}
      </Group>
    </div>
  );
}
