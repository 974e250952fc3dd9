import { Alert, Anchor, Button, Group, Select, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { missingOf, useForm } from '../../../api/useForm';
import { placeErrors } from '../../../api/userErrors';
import { DecimalField } from '../../../components/DecimalField';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles } from '../../planning/cycles/useCycles';
import { JobProgress } from '../../platform/jobs/JobProgress';
import { RulesQuery } from './cards';
import { MadeReport } from './MadeReport';
import { useMaking, type MakingInput } from './useMaking';

/** HR makes scorecards for all of a unit by rule: tried first, then for good. */
export function MakePage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { cycles, cycle, isLoading, error, reload } = useCycles(params.get('cycle'));
  const [{ data, error: failure }, read] = useQuery({ query: RulesQuery });
  if (isLoading || (!data && !failure)) return <LoadingRows />;
  if (error || !data) return <FailureState error={error ?? failure} onRetry={error ? reload : () => read({ requestPolicy: 'network-only' })} />;
  return (
    <PageFrame
      title={t('scorecards.makeMany')}
      subtitle={t('scorecards.makeManyHint')}
      above={
        <Anchor component={Link} to={`/scorecards${cycle ? `?cycle=${cycle.id}` : ''}`} size="sm">
          {t('scorecards.title')}
        </Anchor>
      }
    >
      <Making cycles={cycles.filter(({ status }) => status !== 'CLOSED')} cycleId={cycle && cycle.status !== 'CLOSED' ? cycle.id : null} rules={data.scoringRules} />
    </PageFrame>
  );
}

interface MakingProps {
  cycles: readonly { id: string; name: string; status: 'PREPARATION' | 'SETTING' | 'EXECUTION' | 'APPRAISAL' | 'CLOSED' }[];
  cycleId: string | null;
  rules: readonly { id: string; name: string }[];
}

interface Values {
  cycleId: string | null;
  unitId: string | null;
  scoringRuleId: string | null;
  importantFactor: string | null;
  activate: boolean;
}

function Making({ cycles, cycleId, rules }: MakingProps) {
  const { t } = useTranslation();
  const { organization } = useWorkspace();
  const form = useForm<Values>({ cycleId, unitId: organization.root?.id ?? null, scoringRuleId: rules[0]?.id ?? null, importantFactor: '2', activate: false });
  const { state, run, askForJob, reset } = useMaking();
  const { values, set, field } = form;
  const isBusy = state.kind === 'sending' || state.kind === 'running';
  const refused = state.kind === 'refused' ? placeErrors(state.errors, Object.keys(values)) : null;
  const errorOf = (name: keyof Values) => refused?.fields[name] ?? field(name).error;
  const tried = state.kind === 'made' && !state.made.written ? state.input : null;
  const mayRun = tried !== null && (Object.keys(values) as (keyof Values)[]).every((name) => tried[name] === values[name]);

  function change<K extends keyof Values>(name: K, value: Values[K]) {
    if (state.kind === 'refused' || state.kind === 'ended') reset();
    set(name, value);
  }

  function send(dryRun: boolean) {
    const missing = missingOf(values, ['cycleId', 'unitId', 'scoringRuleId', 'importantFactor']);
    const { cycleId: cycle, unitId, scoringRuleId, importantFactor, activate } = values;
    if (missing.length > 0 || !cycle || !unitId || !scoringRuleId || !importantFactor) {
      form.refuse(missing.map((name) => ({ code: 'REQUIRED', message: t('common.required'), path: ['input', name] })));
      return;
    }
    const input: MakingInput = { cycleId: cycle, unitId, scoringRuleId, importantFactor, activate, dryRun };
    void run(input);
  }

  return (
    <>
      <Section title={t('scorecards.makeRule')}>
        <Stack p="md" gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <Select
              label={t('scorecards.cycle')}
              required
              allowDeselect={false}
              data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
              value={values.cycleId}
              onChange={(id) => change('cycleId', id)}
              error={errorOf('cycleId')}
            />
            <UnitPicker label={t('scorecards.unitAndBelow')} required value={values.unitId} onChange={(id) => change('unitId', id)} error={errorOf('unitId')} />
            <Select label={t('scorecards.rule')} required allowDeselect={false} data={rules.map((rule) => ({ value: rule.id, label: rule.name }))} value={values.scoringRuleId} onChange={(id) => change('scoringRuleId', id)} error={errorOf('scoringRuleId')} />
            <DecimalField label={t('scorecards.importantFactor')} required value={values.importantFactor} onChange={(factor) => change('importantFactor', factor)} error={errorOf('importantFactor')} />
          </SimpleGrid>
          <Switch label={t('scorecards.activateToo')} description={t('scorecards.activateTooHint')} checked={values.activate} onChange={(event) => change('activate', event.currentTarget.checked)} />
        </Stack>
        <Group px="md" py="sm" justify="flex-end" gap="xs" style={{ borderTop: '1px solid var(--line)' }}>
          <Button variant={mayRun ? 'default' : 'filled'} leftSection={<Icon name="check" />} loading={state.kind === 'sending'} disabled={isBusy} onClick={() => send(true)}>
            {t('scorecards.tryIt')}
          </Button>
          <Button variant={mayRun ? 'filled' : 'default'} leftSection={<Icon name="list" />} disabled={isBusy || !mayRun} onClick={() => send(false)}>
            {t('scorecards.makeThem')}
          </Button>
        </Group>
      </Section>
      {refused && (refused.general.length > 0 || (state.kind === 'refused' && state.failure)) && (
        <Alert color="red" variant="outline" bg="white" role="alert" mb="md" icon={<Icon name="warning" />} title={t('common.notDone')}>
          {state.kind === 'refused' && state.failure && <Text size="sm">{state.failure}</Text>}
          {refused.general.map((message) => (
            <Text size="sm" key={message}>
              {message}
            </Text>
          ))}
        </Alert>
      )}
      {state.kind === 'running' && (
        <JobProgress
          key={state.job.id}
          job={state.job}
          title={t(state.input.dryRun ? 'scorecards.trying' : 'scorecards.making')}
          cancel={t('scorecards.cancelMaking')}
          say={(done, total) => (total ? t('scorecards.peopleOf', { done, total }) : t('scorecards.peopleOpen', { done }))}
          onAsk={(id) => void askForJob(id)}
        />
      )}
      {state.kind === 'ended' && (
        <Alert color={state.job.status === 'FAILED' ? 'red' : 'yellow'} variant="outline" bg="white" role="alert" mb="md">
          {state.job.status === 'FAILED' ? t('scorecards.makingFailed', { error: state.job.error ?? '' }) : t('scorecards.makingCancelled')}
        </Alert>
      )}
      {state.kind === 'made' && <MadeReport key={state.job.id} jobId={state.job.id} made={state.made} cycleId={state.input.cycleId} />}
    </>
  );
}
