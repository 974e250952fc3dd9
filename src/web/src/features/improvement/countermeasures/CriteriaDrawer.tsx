import { ActionIcon, Button, Fieldset, Group, Input, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import { Total } from '../../performance/scorecards/WeightFields';
import { missingTo100 } from '../../performance/scorecards/weights';
import type { CaseData } from '../cases/cases';
import { SetCriteria } from './countermeasures';

interface CriteriaDrawerProps {
  known: CaseData;
  onDone: () => void;
  onClose: () => void;
}

interface Entry {
  name: string;
  weight: string | null;
}

const mostCriteria = 12;

/** By what countermeasures are compared, and how much each counts; what is missing to 100 stands below. */
export function CriteriaDrawer({ known, onDone, onClose }: CriteriaDrawerProps) {
  const { t } = useTranslation();
  const start: Entry[] = known.criteria.length > 0 ? known.criteria.map(({ name, weight }) => ({ name, weight })) : [{ name: '', weight: null }];
  const form = useForm({ criteria: start });
  const save = useFormCommand(SetCriteria, form);
  const { value, onChange, error } = form.field('criteria');
  const change = (at: number, part: Partial<Entry>) => onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const isAsked = save.attempt > 0;

  async function submit() {
    if (value.some((one) => one.name.trim() === '' || one.weight === null)) {
      save.demand(['criteria'], t('improvement.criteriaIncomplete'));
      return;
    }
    if (missingTo100(value.map((one) => one.weight)) !== '0') {
      save.demand(['criteria'], t('scorecards.mustBe100'));
      return;
    }
    if (!(await save.submit({ caseId: known.id, criteria: value.map((one) => ({ name: one.name, weight: one.weight ?? '0' })) }))) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('improvement.criteria')} submitLabel={t('common.save')} form={form} command={save} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t('improvement.criteriaHint')}</Text>
      <Fieldset legend={t('improvement.criteria')} p="sm">
        {value.map((one, index) => (
          <Group key={index} gap="xs" align="flex-start" mb={8} wrap="nowrap">
            <TextInput
              label={t('improvement.criterionNumber', { number: index + 1 })}
              style={{ flex: 2 }}
              maxLength={200}
              autoComplete="off"
              data-autofocus={index === 0 || undefined}
              value={one.name}
              error={isAsked && one.name.trim() === '' ? t('common.required') : undefined}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
            <div style={{ flex: 1 }}>
              <DecimalField label={t('improvement.weight')} unit="%" value={one.weight} error={isAsked && one.weight === null ? t('common.required') : undefined} onChange={(weight) => change(index, { weight })} />
            </div>
            <ActionIcon variant="subtle" color="gray.7" mt={28} aria-label={t('improvement.removeCriterion', { number: index + 1 })} onClick={() => onChange(value.filter((_, at) => at !== index))}>
              <Icon name="close" />
            </ActionIcon>
          </Group>
        ))}
        {error && (
          <Input.Error mb={6} role="alert">
            {error}
          </Input.Error>
        )}
        <Group justify="space-between">
          <Button variant="default" size="xs" leftSection={<Icon name="plus" />} disabled={value.length >= mostCriteria} onClick={() => onChange([...value, { name: '', weight: null }])}>
            {t('improvement.addCriterion')}
          </Button>
          <Total weights={value.map((one) => one.weight)} />
        </Group>
      </Fieldset>
    </FormDrawer>
  );
}
