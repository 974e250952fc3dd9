import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { RemoveDrawer } from '../../planning/work/RemoveDrawer';
import type { CaseData, CountermeasureData } from '../cases/cases';
import styles from '../Improvement.module.css';
import { CountermeasureDrawer } from './CountermeasureDrawer';
import { CountermeasureList } from './CountermeasureList';
import { fewestAlternatives, mostAlternatives } from './countermeasures';
import { CriteriaDrawer } from './CriteriaDrawer';
import { ScoreGrid } from './ScoreGrid';
import { Sensitivity } from './Sensitivity';

interface ComparisonSectionProps {
  known: CaseData;
  onDone: () => void;
}

/** What can be done about the root causes, held against each other by weighted criteria. */
export function ComparisonSection({ known, onDone }: ComparisonSectionProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<CountermeasureData | 'NEW' | null>(null);
  const [removing, setRemoving] = useState<CountermeasureData | null>(null);
  const [isWeighing, setWeighing] = useState(false);
  const { countermeasures, criteria } = known;
  const may = known.viewerMay.includes('COMPARE');
  return (
    <Section
      title={t('improvement.countermeasures')}
      actions={
        may && (
          <Group gap="xs">
            <Button variant="default" leftSection={<Icon name="scale" />} onClick={() => setWeighing(true)}>
              {t('improvement.criteria')}
            </Button>
            {countermeasures.length < mostAlternatives && (
              <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setEditing('NEW')}>
                {t('improvement.addCountermeasure')}
              </Button>
            )}
          </Group>
        )
      }
    >
      <div className={styles.part}>
        {countermeasures.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(may ? 'improvement.noCountermeasuresYet' : 'improvement.noCountermeasures')}
          </Text>
        )}
        <CountermeasureList known={known} may={may} onEdit={setEditing} onRemove={setRemoving} />
        {known.status === 'COUNTERMEASURES' && countermeasures.length < fewestAlternatives && (
          <Text size="sm" c="dimmed" mt="xs">
            {t('improvement.twoNeeded', { fewest: fewestAlternatives, count: countermeasures.length })}
          </Text>
        )}
      </div>
      {countermeasures.length > 0 && criteria.length > 0 && (
        <>
          <div className={styles.part}>
            <ScoreGrid key={known.version} known={known} may={may} onDone={onDone} />
          </div>
          <div className={styles.part}>
            <Sensitivity known={known} />
          </div>
        </>
      )}
      {countermeasures.length > 0 && criteria.length === 0 && (
        <div className={styles.part}>
          <Text size="sm" c="dimmed">
            {t(may ? 'improvement.noCriteriaYet' : 'improvement.noCriteria')}
          </Text>
        </div>
      )}
      {isWeighing && <CriteriaDrawer known={known} onDone={onDone} onClose={() => setWeighing(false)} />}
      {editing && <CountermeasureDrawer known={known} measure={editing === 'NEW' ? null : editing} onDone={onDone} onClose={() => setEditing(null)} />}
      {removing && (
        <RemoveDrawer
          title={t('improvement.removeCountermeasure')}
          hint={t('improvement.removeCountermeasureHint')}
          subject={{ id: removing.id, version: known.version, name: removing.title }}
          onDone={onDone}
          onClose={() => setRemoving(null)}
        />
      )}
    </Section>
  );
}
