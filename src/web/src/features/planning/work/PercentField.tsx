import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../../../api/useForm';

/** How far something is, 0 to 100. */
export function PercentField({ value, onChange, error }: FieldProps<number>) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t('work.percent')}
      description={t('work.percentFieldHint')}
      size="sm"
      min={0}
      max={100}
      step={5}
      suffix={t('common.percent', { percent: '' })}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      value={value}
      onChange={(next) => onChange(typeof next === 'number' ? next : Number.parseInt(next, 10) || 0)}
      error={error}
    />
  );
}
