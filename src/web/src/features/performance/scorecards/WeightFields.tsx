import { Input, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DecimalField } from '../../../components/DecimalField';
import { groupDecimal } from '../../../format/decimal';
import { fromUnits, sumOf } from '../../../format/sums';
import type { CardItem } from './scorecards';
import { boundsOf, isWithin, meanOf, missingTo100 } from './weights';

export type Weights = Readonly<Record<string, string | null>>;

interface WeightFieldsProps {
  items: readonly CardItem[];
  value: Weights;
  onChange: (value: Weights) => void;
  error: string | undefined;
  /** What is proposed, with the policy's bound; null where there is none. */
  limits: { proposed: ReadonlyMap<string, string>; bound: string } | null;
}

/** A weight for each item that counts, with what they total and what the score comes to, while one writes. */
export function WeightFields({ items, value, onChange, error, limits }: WeightFieldsProps) {
  const { t } = useTranslation();
  const weights = items.map((item) => value[item.id] ?? null);
  const missing = missingTo100(weights);
  const score = meanOf(items.map((item) => ({ weight: value[item.id] ?? null, score: item.ruleScore })));
  return (
    <>
      {items.map((item) => {
        const bounds = limits && boundsOf(limits.proposed.get(item.id) ?? '0', limits.bound);
        const weight = value[item.id] ?? null;
        return (
          <DecimalField
            key={item.id}
            label={item.objective.title}
            description={bounds ? t('scorecards.allowed', { proposed: groupDecimal(limits.proposed.get(item.id) ?? '0'), least: groupDecimal(bounds.least), most: groupDecimal(bounds.most) }) : undefined}
            required
            value={weight}
            onChange={(next) => onChange({ ...value, [item.id]: next })}
            error={bounds && weight !== null && !isWithin(weight, bounds) ? t('scorecards.beyond', { least: groupDecimal(bounds.least), most: groupDecimal(bounds.most) }) : undefined}
          />
        );
      })}
      {error && <Input.Error role="alert">{error}</Input.Error>}
      <Total weights={weights} />
      <Text size="sm">{t('scorecards.scoreThen', { score: score === null ? '—' : groupDecimal(score, 2) })}</Text>
      {missing !== '0' && (
        <Text size="xs" c="dimmed">
          {t('scorecards.mustBe100')}
        </Text>
      )}
    </>
  );
}

/** What weights total, and what is missing to 100. */
export function Total({ weights }: { weights: readonly (string | null)[] }) {
  const { t } = useTranslation();
  const missing = missingTo100(weights);
  const total = groupDecimal(fromUnits(sumOf(weights)));
  return (
    <Text size="sm" fw={600} role="status" c={missing === '0' ? undefined : '#a3161a'}>
      {missing === '0' ? t('scorecards.totalIs100') : missing.startsWith('-') ? t('scorecards.totalOver', { total, by: groupDecimal(missing.slice(1)) }) : t('scorecards.totalUnder', { total, by: groupDecimal(missing) })}
    </Text>
  );
}
