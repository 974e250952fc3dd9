import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FactList } from '../../../components/FactList';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import { useInstant } from '../../organization/workspace/workspace';
import { AssessReadinessDrawer } from './AssessReadinessDrawer';
import { ReadinessBadge } from './ReadinessBadge';
import type { OverviewRow, ReadinessData } from './readiness';
import { WaiveReadinessDrawer } from './WaiveReadinessDrawer';

interface ReadinessSectionProps {
  person: { id: string; name: string; readiness: ReadinessData | null; viewerMayDevelop: OverviewRow['person']['viewerMayDevelop'] };
  onDone: () => void;
}

/** Whether somebody is ready to commit, by what, and what can be done about it. */
export function ReadinessSection({ person, onDone }: ReadinessSectionProps) {
  const { t } = useTranslation();
  const instant = useInstant();
  const [doing, setDoing] = useState<'assess' | 'waive' | null>(null);
  const { readiness, viewerMayDevelop: may } = person;
  const figure = (value: number) => t('readiness.against', { value, threshold: groupDecimal(readiness?.threshold ?? '') });
  const mayWaive = readiness && !readiness.ready && may.includes('WAIVE_READINESS');
  const close = () => setDoing(null);
  return (
    <Section
      title={t('readiness.of')}
      actions={
        <Group gap="xs" wrap="nowrap">
          {mayWaive && (
            <Button variant="default" size="compact-sm" onClick={() => setDoing('waive')}>
              {t('readiness.waive')}
            </Button>
          )}
          {may.includes('ASSESS_READINESS') && (
            <Button variant="default" size="compact-sm" onClick={() => setDoing('assess')}>
              {t('readiness.assess')}
            </Button>
          )}
        </Group>
      }
    >
      <Group gap="xs" px="md" pt="sm">
        <ReadinessBadge state={!readiness ? 'NOT_ASSESSED' : readiness.ready ? 'READY' : 'NOT_READY'} />
        {!readiness && (
          <Text size="xs" c="dimmed" pb="sm">
            {t('readiness.notAssessedHint')}
          </Text>
        )}
      </Group>
      {readiness && (
        <FactList
          facts={[
            [t('readiness.managementKnowledge'), figure(readiness.managementKnowledge)],
            [t('readiness.selfManagement'), figure(readiness.selfManagement)],
            [t('readiness.evidence'), readiness.evidence],
            [t('readiness.assessedBy'), t('readiness.byAt', { name: readiness.assessedBy.name, at: instant(readiness.assessedAt) })],
            [t('readiness.trained'), readiness.trainedAt && instant(readiness.trainedAt)],
            [t('readiness.waived'), readiness.waiver && `${t('readiness.byAt', { name: readiness.waiver.by.name, at: instant(readiness.waiver.at) })} · ${readiness.waiver.reason}`],
          ]}
        />
      )}
      {doing === 'assess' && <AssessReadinessDrawer personId={person.id} onDone={onDone} onClose={close} />}
      {doing === 'waive' && <WaiveReadinessDrawer person={person} onDone={onDone} onClose={close} />}
    </Section>
  );
}
