import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Aggregation } from '../../../api/graphql';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { formatPeriod } from '../../../format/dates';
import { readDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { CorrectActual, figureOf, type ActualData } from './actuals';

interface CorrectDrawerProps {
  objective: { code: string; title: string; measure: { unitOfMeasure: string; decimals: number; aggregation: Aggregation } };
  actual: Pick<ActualData, 'id' | 'period' | 'value' | 'numerator' | 'denominator'>;
  /** What was typed already, elsewhere on the page. */
  typed?: { value?: string; numerator?: string; denominator?: string };
  onDone: () => void;
  onReload: () => void;
  onClose: () => void;
}

/** Replaces what was recorded for a period, with a reason; the old entry stays readable. */
export function CorrectDrawer({ objective, actual, typed = {}, onDone, onReload, onClose }: CorrectDrawerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { measure } = objective;
  const isRatio = measure.aggregation === 'RATIO';
  const old = { value: isRatio ? null : actual.value, numerator: actual.numerator, denominator: actual.denominator, reason: '' };
  const form = useForm<{ value: string | null; numerator: string | null; denominator: string | null; reason: string }>(old, typed);
  const correct = useFormCommand(CorrectActual, form);
  const asked = isRatio ? (['numerator', 'denominator'] as const) : (['value'] as const);

  async function submit() {
    const { value, numerator, denominator, reason } = form.values;
    const missing = [...asked.filter((field) => form.values[field] === null), ...(reason.trim() === '' ? ['reason'] : [])];
    if (missing.length > 0) {
      correct.demand(missing);
      return;
    }
    const unreadable = asked.filter((field) => readDecimal(form.values[field] ?? '') === null);
    if (unreadable.length > 0) {
      correct.demand(unreadable, t('common.notANumber'));
      return;
    }
    const done = await correct.submit({ actualId: actual.id, value, numerator, denominator, reason });
    if (!done) return;
    notifications.show({ message: t('progress.corrected') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t('progress.correctOf', { period: formatPeriod(actual.period, language) })}
      subject={`${objective.code} ${objective.title}`}
      submitLabel={t('progress.correct')}
      form={form}
      command={correct}
      onReload={onReload}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {asked.map((field) => (
        <DecimalField
          key={field}
          label={t(field === 'value' ? 'progress.value' : `progress.${field}`)}
          description={field === asked[0] ? t('progress.recorded', { figure: figureOf(actual, measure.decimals) }) : undefined}
          unit={isRatio ? undefined : measure.unitOfMeasure}
          required
          {...form.field(field)}
        />
      ))}
      <Textarea
        label={t('progress.reason')}
        description={t('progress.reasonHint')}
        required
        autosize
        minRows={2}
        value={form.values.reason}
        error={form.field('reason').error}
        onChange={(event) => form.set('reason', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
