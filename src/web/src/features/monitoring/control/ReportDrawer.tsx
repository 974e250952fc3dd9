import { Input, NumberInput, SegmentedControl, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { formatDay, formatPeriod } from '../../../format/dates';
import { readDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { figureOf } from '../actuals/actuals';
import { PointToReportQuery, ReportProgress, type PointToReport } from './control';
import { Standing } from './Standing';

interface ReportDrawerProps {
  pointId: string;
  onDone: () => void;
  onClose: () => void;
}

const levels = ['1', '2', '3', '4', '5'];

/** The owner reviews himself at a control point, and records its month's value with it. */
export function ReportDrawer({ pointId, onDone, onClose }: ReportDrawerProps) {
  const [{ data, error }, read] = useQuery({ query: PointToReportQuery, variables: { id: pointId }, requestPolicy: 'network-only' });
  const point = data?.node && 'expected' in data.node ? data.node : null;
  if (!point) return <PendingDrawer error={error} onRetry={() => read({ requestPolicy: 'network-only' })} onClose={onClose} />;
  return <ReportForm point={point} onDone={onDone} onClose={onClose} />;
}

interface ReportFormProps {
  point: PointToReport;
  onDone: () => void;
  onClose: () => void;
}

function ReportForm({ point, onDone, onClose }: ReportFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { measure, actuals } = point.objective;
  const form = useForm<{ selfReview: string; confidence: string; difficulties: string; supportNeeded: string; actualValue: string | null; numerator: string | null; denominator: string | null; minutesSpent: number | null }>({
    selfReview: '', confidence: '', difficulties: '', supportNeeded: '', actualValue: null, numerator: null, denominator: null, minutesSpent: null,
  });
  const report = useFormCommand(ReportProgress, form);
  const recorded = actuals.find((actual) => actual.period === point.period && !actual.correctedBy);
  const figures = recorded ? [] : measure.aggregation === 'RATIO' ? (['numerator', 'denominator'] as const) : (['actualValue'] as const);
  const month = point.period ? formatPeriod(point.period, language) : '';

  async function submit() {
    const { selfReview, confidence, difficulties, supportNeeded, actualValue, numerator, denominator, minutesSpent } = form.values;
    const missing = missingOf(form.values, ['selfReview', 'confidence']);
    if (missing.length > 0) {
      report.demand(missing);
      return;
    }
    const unreadable = figures.filter((name) => form.values[name] !== null && readDecimal(form.values[name]) === null);
    if (unreadable.length > 0) {
      report.demand(unreadable, t('common.notANumber'));
      return;
    }
    const done = await report.submit({
      controlPointId: point.id, selfReview, confidence: Number(confidence), difficulties: difficulties.trim() || null, supportNeeded: supportNeeded.trim() || null, minutesSpent, actualValue, numerator, denominator,
    });
    if (!done) return;
    notifications.show({ message: t('control.reported') });
    onDone();
    onClose();
  }

  const text = (name: 'selfReview' | 'difficulties' | 'supportNeeded') => ({
    label: t(`control.${name}`),
    autosize: true,
    minRows: name === 'selfReview' ? 3 : 2,
    maxRows: 10,
    maxLength: 4000,
    value: form.values[name],
    error: form.field(name).error,
    onChange: (event: { currentTarget: { value: string } }) => form.set(name, event.currentTarget.value),
  });
  const confidence = form.field('confidence');
  return (
    <FormDrawer title={t('control.reportOf', { day: formatDay(point.date, language) })} submitLabel={t('control.report')} form={form} command={report} onSubmit={() => void submit()} onClose={onClose}>
      <Standing point={point} />
      {recorded && (
        <Text size="sm" c="dimmed">
          {t('control.recorded', { month, figure: `${figureOf(recorded, measure.decimals)} ${measure.unitOfMeasure}` })}
        </Text>
      )}
      {figures.map((name) => (
        <DecimalField key={name} label={name === 'actualValue' ? t('control.actualValue', { month }) : t(`progress.${name}`)} unit={name === 'actualValue' ? measure.unitOfMeasure : undefined} {...form.field(name)} />
      ))}
      <Textarea {...text('selfReview')} description={t('control.selfReviewHint')} required data-autofocus />
      <Input.Wrapper label={t('control.confidence')} description={t('control.confidenceHint')} required error={confidence.error}>
        <SegmentedControl
          mt={4}
          fullWidth
          size="md"
          aria-label={t('control.confidence')}
          data={levels.map((level) => ({ value: level, label: level }))}
          value={confidence.value}
          onChange={confidence.onChange}
        />
      </Input.Wrapper>
      <Textarea {...text('difficulties')} />
      <Textarea {...text('supportNeeded')} />
      <NumberInput
        label={t('control.minutesSpent')}
        min={0}
        max={100000}
        allowDecimal={false}
        allowNegative={false}
        value={form.values.minutesSpent ?? ''}
        error={form.field('minutesSpent').error}
        onChange={(value) => form.set('minutesSpent', typeof value === 'number' ? value : null)}
      />
    </FormDrawer>
  );
}
