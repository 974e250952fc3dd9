import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../../components/Bar';
import type { CaseData } from '../cases/cases';
import styles from './Comparison.module.css';
import { bestOf, shareInPercent } from './countermeasures';

/** Whether the best stays the best when the weights are not quite those that were chosen. */
export function Sensitivity({ known }: { known: CaseData }) {
  const { t } = useTranslation();
  const { countermeasures } = known;
  if (!countermeasures.every((measure) => measure.scored)) {
    return (
      <Text size="sm" c="dimmed">
        {t('improvement.scoreAll')}
      </Text>
    );
  }
  const best = bestOf(countermeasures);
  return (
    <>
      <Text size="sm" fw={600} mb={6}>
        {t('improvement.sensitivity')}
      </Text>
      <ul className={styles.shares} aria-label={t('improvement.sensitivity')}>
        {countermeasures.map((measure) => (
          <li key={measure.id}>
            <span style={{ overflowWrap: 'anywhere' }}>{measure.title}</span>
            <Bar length={measure.winsFrom} muted={measure.id !== best?.id} />
            <span className="number" style={{ textAlign: 'end' }}>{shareInPercent(measure.winsFrom)} %</span>
          </li>
        ))}
      </ul>
      {best && (
        <Text size="sm" mt={8}>
          {t(best.winsFrom >= 0.9 ? 'improvement.winsClearly' : best.winsFrom >= 0.6 ? 'improvement.winsMostly' : 'improvement.winsBarely', { title: best.title, percent: shareInPercent(best.winsFrom) })}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {t('improvement.samplingRule')}
      </Text>
    </>
  );
}
