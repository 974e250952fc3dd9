import { Alert, Button, Group, Input, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { SideDrawer } from '../../../components/SideDrawer';
import { formatPeriod } from '../../../format/dates';
import { groupDecimal, readDecimal } from '../../../format/decimal';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { TargetText } from '../objectives/TargetText';
import { MonthGrid } from '../phasing/MonthGrid';
import { remainderOf } from '../phasing/phasing';
import { RevisedMonths } from './RevisedMonths';
import { firstThatFits, monthsFrom, monthsOf, ObjectiveToReviseQuery, RequestTargetRevision, type ObjectiveToRevise, type RevisionData } from './revisions';

interface RequestDrawerProps {
  objectiveId: string;
  deviationId: string;
  onDone: () => void;
  onClose: () => void;
}

/** A leader asks for another target, and sees the months that it would have. */
export function RequestDrawer({ objectiveId, deviationId, onDone, onClose }: RequestDrawerProps) {
  const [{ data, error }, read] = useQuery({ query: ObjectiveToReviseQuery, variables: { id: objectiveId }, requestPolicy: 'network-only' });
  const [asked, setAsked] = useState<{ objective: ObjectiveToRevise; revision: RevisionData } | null>(null);
  if (asked) return <Asked {...asked} onClose={onClose} />;
  const objective = data?.objective;
  if (!objective) return <PendingDrawer error={error} onRetry={() => read({ requestPolicy: 'network-only' })} onClose={onClose} />;
  return (
    <RequestForm
      objective={objective}
      deviationId={deviationId}
      onClose={onClose}
      onAsked={(revision) => {
        setAsked({ objective, revision });
        onDone();
      }}
    />
  );
}

interface Values {
  what: 'revise' | 'giveUp';
  newTarget: string | null;
  effectiveFrom: string | null;
  /** How the months come to the new target. */
  shape: 'kept' | 'byHand';
  phasing: readonly (readonly [string, string | null])[];
  externalCause: string;
  evidence: string;
  workPlanChange: string;
}

interface RequestFormProps {
  objective: ObjectiveToRevise;
  deviationId: string;
  onAsked: (revision: RevisionData) => void;
  onClose: () => void;
}

function RequestForm({ objective, deviationId, onAsked, onClose }: RequestFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useWorkspace();
  const form = useForm<Values>({ what: 'revise', newTarget: null, effectiveFrom: null, shape: 'kept', phasing: [], externalCause: '', evidence: '', workPlanChange: '' });
  const request = useFormCommand(RequestTargetRevision, form);
  const { what, newTarget, effectiveFrom, shape, externalCause, evidence, workPlanChange } = form.values;
  const { measure } = objective;
  const isByHand = what === 'revise' && shape === 'byHand';
  const typed = new Map(form.values.phasing);
  const months = monthsFrom(monthsOf(objective), effectiveFrom, typed);
  const given = months.flatMap(({ period, value }) => (value === null || effectiveFrom === null || period < effectiveFrom ? [] : [{ period, value }]));
  const target = newTarget === null ? null : readDecimal(newTarget);

  function chooseShape(next: Values['shape']) {
    form.set('shape', next);
    // Which months are typed depends on when it takes effect.
    if (next === 'byHand' && effectiveFrom === null) form.set('effectiveFrom', firstThatFits(monthsOf(objective), target, measure, today));
  }

  async function submit() {
    const missing = missingOf(form.values, what === 'revise' ? ['newTarget', 'externalCause', 'evidence'] : ['externalCause', 'evidence']);
    if (missing.length > 0) {
      request.demand(missing);
      return;
    }
    if (what === 'revise' && readDecimal(newTarget ?? '') === null) {
      request.demand(['newTarget'], t('common.notANumber'));
      return;
    }
    if (isByHand && (effectiveFrom === null || given.length === 0)) {
      request.demand([effectiveFrom === null ? 'effectiveFrom' : 'phasing'], effectiveFrom === null ? undefined : t('revisions.noMonths'));
      return;
    }
    if (isByHand && given.some(({ value }) => readDecimal(value) === null)) {
      request.demand(['phasing'], t('common.notANumber'));
      return;
    }
    const done = await request.submit({
      objectiveId: objective.id,
      deviationId,
      externalCause,
      evidence,
      newTarget: what === 'revise' ? newTarget : null,
      effectiveFrom,
      phasing: isByHand ? given : null,
      workPlanChange: workPlanChange.trim() || null,
    });
    if (!done?.targetRevision) return;
    notifications.show({ message: t('revisions.requested') });
    onAsked(done.targetRevision);
  }

  const text = (name: 'externalCause' | 'evidence' | 'workPlanChange') => ({
    label: t(`revisions.${name}`),
    autosize: true,
    minRows: 2,
    maxRows: 10,
    maxLength: 4000,
    value: form.values[name],
    error: form.field(name).error,
    onChange: (event: { currentTarget: { value: string } }) => form.set(name, event.currentTarget.value),
  });
  return (
    <FormDrawer title={t('revisions.request')} subject={`${objective.code} ${objective.title}`} submitLabel={t('revisions.submit')} form={form} command={request} onSubmit={() => void submit()} onClose={onClose}>
      <Textarea {...text('externalCause')} description={t('revisions.externalCauseHint')} required data-autofocus />
      <Textarea {...text('evidence')} description={t('revisions.evidenceHint')} required />
      <Input.Wrapper label={t('revisions.what')} error={what === 'giveUp' ? form.field('newTarget').error : undefined}>
        <SegmentedControl
          mt={4}
          fullWidth
          aria-label={t('revisions.what')}
          data={(['revise', 'giveUp'] as const).map((value) => ({ value, label: t(`revisions.${value}`) }))}
          value={what}
          onChange={(value) => form.set('what', value)}
        />
      </Input.Wrapper>
      {what === 'revise' && (
        <DecimalField
          label={t('revisions.newTarget')}
          description={t('revisions.targetNow', { target: `${groupDecimal(objective.target, measure.decimals)} ${measure.unitOfMeasure}` })}
          unit={measure.unitOfMeasure}
          required
          {...form.field('newTarget')}
        />
      )}
      <Select
        label={t('revisions.effectiveFrom')}
        description={t('revisions.automaticHint')}
        placeholder={t('revisions.automatic')}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        data={objective.progress.series.map(({ period }) => ({ value: period, label: formatPeriod(period, language) }))}
        {...form.field('effectiveFrom')}
      />
      {what === 'revise' && (
        <Input.Wrapper label={t('revisions.shape')} description={t(`revisions.shapeHint.${shape}`)}>
          <SegmentedControl
            mt={4}
            fullWidth
            aria-label={t('revisions.shape')}
            data={(['kept', 'byHand'] as const).map((value) => ({ value, label: t(`revisions.shapes.${value}`) }))}
            value={shape}
            onChange={chooseShape}
          />
        </Input.Wrapper>
      )}
      {isByHand && (
        <>
          {form.field('phasing').error !== undefined && (
            <Alert color="red" variant="outline" icon={<Icon name="warning" />} role="alert" tabIndex={-1} data-form-errors>
              <Text size="sm">{form.field('phasing').error}</Text>
            </Alert>
          )}
          <MonthGrid
            values={months}
            target={target}
            measure={measure}
            remainder={target === null ? null : remainderOf(months, target, measure)}
            isFixed={(period) => effectiveFrom === null || period < effectiveFrom}
            onType={(changes) => form.set('phasing', [...new Map([...typed, ...changes])])}
          />
        </>
      )}
      <Textarea {...text('workPlanChange')} />
    </FormDrawer>
  );
}

interface AskedProps {
  objective: ObjectiveToRevise;
  revision: RevisionData;
  onClose: () => void;
}

/** What was asked for, with the months that it would have. */
function Asked({ objective, revision, onClose }: AskedProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <SideDrawer title={t('revisions.requested')} onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {objective.code} {objective.title}
        </Text>
        <Text fw={600}>
          <TargetText target={revision.oldTarget} measure={objective.measure} /> → {revision.newTarget === null ? t('revisions.givenUp') : <TargetText target={revision.newTarget} measure={objective.measure} />}
          {' · '}
          {t('revisions.fromMonth', { month: formatPeriod(revision.effectiveFrom, language) })}
        </Text>
        <Text size="sm">{t(revision.newTarget === null ? 'revisions.givenUpHint' : 'revisions.requestedHint')}</Text>
        {revision.newPhasing.length > 0 && <RevisedMonths before={monthsOf(objective)} after={revision.newPhasing} measure={objective.measure} />}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('common.close')}</Button>
        </Group>
      </Stack>
    </SideDrawer>
  );
}
