import { SegmentedControl, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { levelText } from '../competencies/competencies';
import { CompleteItem, type ItemData } from './plans';

interface CompleteDrawerProps {
  item: ItemData;
  onDone: () => void;
  onClose: () => void;
}

/** Says how something that was planned ended. */
export function CompleteDrawer({ item, onDone, onClose }: CompleteDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ passed: true, result: '' });
  const complete = useFormCommand(CompleteItem, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['result']);
    if (missing.length > 0) {
      complete.demand(missing);
      return;
    }
    if (!(await complete.submit({ itemId: item.id, passed: values.passed, result: values.result }))) return;
    notifications.show({ message: t(values.passed ? 'development.raised' : 'development.reopened') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('development.complete')} subject={item.title} submitLabel={t('common.save')} form={form} command={complete} onSubmit={() => void submit()} onClose={onClose}>
      <SegmentedControl
        aria-label={t('development.outcome')}
        data={[{ value: 'yes', label: t('development.passed') }, { value: 'no', label: t('development.failed') }]}
        value={values.passed ? 'yes' : 'no'}
        onChange={(value) => set('passed', value === 'yes')}
      />
      <Text size="sm">{values.passed ? t('development.passedHint', { competency: item.competency.name, level: levelText(item.competency.levels, item.targetLevel) }) : t('development.failedHint')}</Text>
      <Textarea label={t('development.resultOf')} description={t('development.resultHint')} required data-autofocus autosize minRows={3} maxRows={10} maxLength={4000} value={values.result} onChange={(e) => set('result', e.currentTarget.value)} error={field('result').error} />
    </FormDrawer>
  );
}
