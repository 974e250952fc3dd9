import { Alert, SegmentedControl, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { describeFailure } from '../../../api/failures';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { readDecimal } from '../../../format/decimal';
import { MonthGrid } from './MonthGrid';
import { methods, PhaseObjective, PhasingPreview, PhasingQuery, remainderOf, type MonthValue, type PhasedObjective, type PhasingMethod } from './phasing';

interface PhasingDrawerProps {
  id: string;
  onDone: () => void;
  onClose: () => void;
}

export function PhasingDrawer({ id, onDone, onClose }: PhasingDrawerProps) {
  const [fresh, setFresh] = useState<PhasedObjective | null>(null);
  const [{ data, error, stale, fetching }, reload] = useQuery({ query: PhasingQuery, variables: { id, asOf: null }, requestPolicy: 'network-only' });
  if (!fresh && data?.objective && !stale && !fetching) setFresh(data.objective);
  if (!fresh) return <PendingDrawer error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} onClose={onClose} />;
  return <PhasingForm key={fresh.version} objective={fresh} onReload={() => { setFresh(null); reload({ requestPolicy: 'network-only' }); }} onDone={onDone} onClose={onClose} />;
}

interface PhasingFormProps {
  objective: PhasedObjective;
  onReload: () => void;
  onDone: () => void;
  onClose: () => void;
}

function PhasingForm({ objective, onReload, onDone, onClose }: PhasingFormProps) {
  const { t } = useTranslation();
  const { measure, target } = objective;
  const form = useForm<{ method: PhasingMethod; values: readonly MonthValue[] }>({ method: objective.phasedBy ?? 'EVEN', values: objective.months });
  const phase = useFormCommand(PhaseObjective, form);
  // What is settled is shown as it is until one chooses a method; what is not begins with what most would choose.
  const [chosen, setChosen] = useState(objective.months.length === 0);
  const { method } = form.values;
  const asks = chosen && method !== 'BY_HAND';
  const [{ data, error }] = useQuery({ query: PhasingPreview, variables: { objectiveId: objective.id, method }, pause: !asks, requestPolicy: 'network-only' });
  const values = asks && data ? data.phasingPreview : form.values.values;
  const remainder = method === 'BY_HAND' ? remainderOf(values, target, measure) : null;

  function choose(next: PhasingMethod) {
    form.set('values', values);
    form.set('method', next);
    setChosen(true);
  }

  function type(changes: ReadonlyMap<string, string | null>) {
    form.set('method', 'BY_HAND');
    form.set('values', values.map((month) => (changes.has(month.period) ? { ...month, value: changes.get(month.period) ?? null } : month)));
  }

  async function submit() {
    const given = values.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
    if (method === 'BY_HAND' && given.some(({ value }) => readDecimal(value) === null)) {
      phase.demand(['values'], t('common.notANumber'));
      return;
    }
    const done = await phase.submit({ id: objective.id, expectedVersion: objective.version, method, values: method === 'BY_HAND' ? given : null });
    if (!done) return;
    notifications.show({ message: t('phasing.done') });
    onDone();
    onClose();
  }

  const problem = (asks && error ? describeFailure(error, t) : undefined) ?? form.field('method').error ?? form.field('values').error;
  return (
    <FormDrawer
      title={t('phasing.phase')}
      subject={`${objective.code} ${objective.title}`}
      submitLabel={t('common.save')}
      form={form}
      command={phase}
      onReload={onReload}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Stack gap={4}>
        <Text size="sm" fw={500} id="phasing-method">
          {t('phasing.method')}
        </Text>
        <SegmentedControl
          aria-labelledby="phasing-method"
          fullWidth
          size="xs"
          value={method}
          onChange={choose}
          data={methods.map((value) => ({ value, label: t(`enums.PhasingMethod.${value}`) }))}
        />
        <Text size="xs" c="dimmed">
          {t('phasing.typing')} {t(`phasing.how.${method}`)} {t(`phasing.rule.${measure.direction === 'MILESTONE' ? 'LAST' : measure.aggregation}`)}
        </Text>
      </Stack>
      {problem && (
        <Alert color="red" variant="outline" icon={<Icon name="warning" />} role="alert" tabIndex={-1} data-form-errors>
          <Text size="sm">{problem}</Text>
        </Alert>
      )}
      <MonthGrid values={values} target={target} measure={measure} remainder={remainder} isMuted={method !== 'BY_HAND'} onType={type} />
    </FormDrawer>
  );
}
