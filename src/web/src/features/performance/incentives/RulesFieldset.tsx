import { ActionIcon, Button, Fieldset, Group, Input } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../../../api/useForm';
import { DecimalField } from '../../../components/DecimalField';
import { Icon } from '../../../components/Icon';
import { PayoutChart } from './PayoutChart';

export interface RuleEntry {
  fromScore: string | null;
  percentOfTarget: string | null;
}

/** From which score on what is paid, drawn while it is written. */
export function RulesFieldset({ value, onChange, error }: FieldProps<RuleEntry[]>) {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<RuleEntry>) => onChange(value.map((rule, index) => (index === at ? { ...rule, ...part } : rule)));
  const whole = value.flatMap(({ fromScore, percentOfTarget }) => (isNumber(fromScore) && isNumber(percentOfTarget) ? [{ fromScore, percentOfTarget }] : []));
  return (
    <Fieldset legend={t('incentives.rules')} p="sm">
      {value.map((rule, index) => (
        <Group key={index} gap="xs" align="flex-end" mb={6} wrap="nowrap">
          <DecimalField label={t('incentives.fromScore')} value={rule.fromScore} onChange={(fromScore) => change(index, { fromScore })} error={undefined} />
          <DecimalField label={t('incentives.percentOfTarget')} unit="%" value={rule.percentOfTarget} onChange={(percentOfTarget) => change(index, { percentOfTarget })} error={undefined} />
          <ActionIcon variant="subtle" color="gray.7" mb={4} aria-label={t('incentives.removeRule', { number: index + 1 })} onClick={() => onChange(value.filter((_, at) => at !== index))}>
            <Icon name="close" />
          </ActionIcon>
        </Group>
      ))}
      {error && <Input.Error mb={6}>{error}</Input.Error>}
      <Button variant="default" size="xs" leftSection={<Icon name="plus" />} mb="xs" onClick={() => onChange([...value, { fromScore: null, percentOfTarget: null }])}>
        {t('incentives.addRule')}
      </Button>
      <PayoutChart rules={whole} />
    </Fieldset>
  );
}

const isNumber = (text: string | null): text is string => text !== null && text.trim() !== '' && Number.isFinite(Number(text));
