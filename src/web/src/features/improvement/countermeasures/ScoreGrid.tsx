import { Alert, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { gridKeys } from '../../../components/cells';
import { Icon } from '../../../components/Icon';
import { NumberCell } from '../../../components/NumberCell';
import { useUnsaved } from '../../../components/useUnsaved';
import { groupDecimal } from '../../../format/decimal';
import type { CaseData } from '../cases/cases';
import { bestOf, isScore, SaveCountermeasure, scoresOf, type Scores } from './countermeasures';
import styles from './Comparison.module.css';

interface ScoreGridProps {
  known: CaseData;
  may: boolean;
  onDone: () => void;
}

/** How well each countermeasure does by each criterion, 0 to 10, written as in a spreadsheet, and what that totals. */
export function ScoreGrid({ known, may, onDone }: ScoreGridProps) {
  const { t } = useTranslation();
  const { criteria, countermeasures } = known;
  const before = scoresOf(countermeasures);
  const [scores, setScores] = useState<Scores>(before);
  const [refusals, setRefusals] = useState<string[]>([]);
  const save = useCommand(SaveCountermeasure);
  const best = bestOf(countermeasures);
  const changed = countermeasures.filter((measure) => criteria.some((criterion) => (scores[measure.id]?.[criterion.id] ?? null) !== (before[measure.id]?.[criterion.id] ?? null)));
  useUnsaved(changed.length > 0);
  const isWhole = changed.every((measure) => criteria.every((criterion) => isScore(scores[measure.id]?.[criterion.id])));

  async function submit() {
    const told: string[] = [];
    for (const measure of changed) {
      const { done, errors, failure } = await save.run({
        caseId: known.id, countermeasureId: measure.id, title: measure.title, description: measure.description, addresses: measure.addresses, costAmount: measure.cost?.amount ?? null, costCurrency: measure.cost?.currency ?? null,
        scores: criteria.map((criterion) => ({ criterionId: criterion.id, score: Number(scores[measure.id]?.[criterion.id]) })),
      });
      if (!done) told.push(`${measure.title}: ${failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' ')}`);
    }
    setRefusals(told);
    if (told.length === 0) notifications.show({ message: t('common.saved') });
    onDone();
  }

  return (
    <>
      {refusals.length > 0 && (
        <Alert color="red" variant="outline" role="alert" icon={<Icon name="warning" />} title={t('common.notDone')} mb="xs">
          {refusals.map((message) => (
            <Text key={message} size="sm">
              {message}
            </Text>
          ))}
        </Alert>
      )}
      <div className={styles.scroller} tabIndex={0} role="region" aria-label={t('improvement.comparison')}>
        <table className={styles.grid} aria-label={t('improvement.comparison')}>
          <thead>
            <tr>
              <th scope="col">{t('improvement.criterion')}</th>
              <th scope="col" className="number">
                {t('improvement.weight')}
              </th>
              {countermeasures.map((measure) => (
                <th key={measure.id} scope="col" className={styles.measure}>
                  {measure.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...gridKeys(countermeasures.length)}>
            {criteria.map((criterion) => (
              <tr key={criterion.id}>
                <th scope="row">{criterion.name}</th>
                <td className="number">{t('common.percent', { percent: groupDecimal(criterion.weight) })}</td>
                {countermeasures.map((measure) => {
                  const score = scores[measure.id]?.[criterion.id] ?? null;
                  return (
                    <td key={measure.id} className={styles.score}>
                      {may ? (
                        <NumberCell
                          cell={`${measure.id} ${criterion.id}`}
                          label={t('improvement.scoreOf', { title: measure.title, criterion: criterion.name })}
                          decimals={0}
                          value={score}
                          invalid={score !== null && !isScore(score)}
                          onChange={(value) => setScores((all) => ({ ...all, [measure.id]: { ...all[measure.id], [criterion.id]: value } }))}
                        />
                      ) : (
                        <span className="number">{score ?? '—'}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('improvement.total')}</th>
              <td className="number">{t('common.percent', { percent: 100 })}</td>
              {countermeasures.map((measure) => (
                <td key={measure.id} className={styles.score} data-best={measure.id === best?.id || undefined}>
                  <span className="number">{measure.scored ? groupDecimal(measure.total, 2) : '—'}</span>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {may && (
        <Group gap="sm" mt="xs">
          <Button disabled={changed.length === 0 || !isWhole} loading={save.busy} onClick={() => void submit()}>
            {t('improvement.saveScores')}
          </Button>
          <Text size="xs" c="dimmed">
            {t(changed.length > 0 && !isWhole ? 'improvement.scoresWanted' : 'improvement.scoreHint')}
          </Text>
        </Group>
      )}
    </>
  );
}
