import { Button, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { RemoveDrawer } from '../../planning/work/RemoveDrawer';
import type { CaseData, CauseData } from '../cases/cases';
import styles from '../Improvement.module.css';
import { CauseForm } from './CauseForm';
import { chainsOf, numbered } from './causes';
import { ConfirmDrawer } from './ConfirmDrawer';
import { Fishbone } from './Fishbone';
import { focusCause } from './focusCause';
import { WhyList, type Writing } from './WhyList';

interface CauseSectionProps {
  known: CaseData;
  onDone: () => void;
}

/** Why it happened: chains of whys that end in root causes, and the same by their kind as a cause-and-effect diagram. */
export function CauseSection({ known, onDone }: CauseSectionProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState<Writing | null>(null);
  const [confirming, setConfirming] = useState<CauseData | null>(null);
  const [removing, setRemoving] = useState<CauseData | null>(null);
  const chains = useMemo(() => chainsOf(known.causes), [known.causes]);
  const numbers = useMemo(() => new Map(numbered(chains).map(({ why, number }) => [why.cause.id, number])), [chains]);
  const may = known.viewerMay.includes('ANALYSE');
  const isNew = writing?.cause === null && writing.parent === null;
  const stop = () => setWriting(null);
  /** On to what was written, from which the next why is asked. */
  const written = (id: string | undefined) => {
    stop();
    onDone();
    if (id) focusCause(id);
  };
  const form = writing && <CauseForm key={`${writing.parent?.id} ${writing.cause?.id}`} caseId={known.id} known={known.causes} writing={writing} onDone={written} onCancel={stop} />;
  return (
    <Section
      title={t('improvement.causes')}
      actions={
        may && (
          <Button variant="default" leftSection={<Icon name="plus" />} disabled={isNew} onClick={() => setWriting({ parent: null, cause: null })}>
            {t('improvement.addCause')}
          </Button>
        )
      }
    >
      <div className={styles.part}>
        {known.causes.length === 0 && !isNew && (
          <Text size="sm" c="dimmed">
            {t(may ? 'improvement.noCausesYet' : 'improvement.noCauses')}
          </Text>
        )}
        {chains.length > 0 && (
          <WhyList
            chains={chains}
            numbers={numbers}
            countermeasures={known.countermeasures}
            may={may}
            writing={writing}
            form={form}
            onWrite={setWriting}
            onConfirm={setConfirming}
            onRemove={setRemoving}
          />
        )}
        {isNew && form}
        {known.status === 'ANALYSIS' && known.causes.length > 0 && (
          <Text size="sm" c="dimmed" mt="xs">
            {t('improvement.confirmFirst')}
          </Text>
        )}
      </div>
      {known.causes.length > 0 && (
        <div className={styles.part}>
          <Fishbone problem={known.deviation.description} causes={known.causes} numbers={numbers} />
        </div>
      )}
      {confirming && <ConfirmDrawer caseId={known.id} cause={confirming} onDone={onDone} onClose={() => setConfirming(null)} />}
      {removing && (
        <RemoveDrawer
          title={t('improvement.removeCause')}
          hint={t('improvement.removeCauseHint')}
          subject={{ id: removing.id, version: known.version, name: removing.text }}
          onDone={onDone}
          onClose={() => setRemoving(null)}
        />
      )}
    </Section>
  );
}
