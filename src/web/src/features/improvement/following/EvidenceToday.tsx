import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseData } from '../cases/cases';
import { EvidenceFacts } from './EvidenceFacts';

/** What a verification would find today; nothing while no month can be looked at. */
export function EvidenceToday({ known: { evidence, objective } }: { known: CaseData }) {
  const { t } = useTranslation();
  if (!evidence || evidence.closed === null) return null;
  return (
    <section aria-label={t('improvement.foundToday')}>
      <Text size="sm" fw={600}>
        {t(evidence.closed ? 'improvement.wouldClose' : 'improvement.wouldNotClose')}
      </Text>
      <EvidenceFacts evidence={evidence} measure={objective.measure} />
    </section>
  );
}
