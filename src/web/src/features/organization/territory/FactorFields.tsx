import { Fieldset, NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Factor = 'characteristics' | 'strategicDeployment' | 'development' | 'environment' | 'competition' | 'resources' | 'strength' | 'finances' | 'credit';

interface FactorFieldsProps<F extends Factor> {
  factors: readonly F[];
  value: Record<F, number>;
  onChange: (value: Record<F, number>) => void;
  errorOf: (factor: F) => string | undefined;
}

/** Scores from 0 to 100, by which targets are split. */
export function FactorFields<F extends Factor>({ factors, value, onChange, errorOf }: FactorFieldsProps<F>) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('territory.profile')} p="sm">
      <SimpleGrid cols={2} spacing="sm">
        {factors.map((factor) => (
          <NumberInput
            key={factor}
            label={t(`territory.factors.${factor}`)}
            size="sm"
            min={0}
            max={100}
            allowDecimal={false}
            allowNegative={false}
            value={value[factor]}
            error={errorOf(factor)}
            onChange={(score) => onChange({ ...value, [factor]: typeof score === 'number' ? score : Number.parseInt(score, 10) || 0 })}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}
