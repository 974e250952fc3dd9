import { Alert, Button, Group, Progress, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { useChoices } from '../../../components/useChoices';
import { useList } from '../../../i18n/useList';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles, type CycleChoice } from '../cycles/useCycles';
import { takesObjectives } from '../objectives/mayWrite';
import { ApproachDrawer } from './ApproachDrawer';
import { OpenSubjects, OpenSubjectsFragment } from './OpenSubjects';

const SettingQuery = graphql(
  `
    query Setting($cycleId: ID!, $unitId: ID!) {
      cycle(id: $cycleId) {
        id
        settingProgress(unitId: $unitId) {
          approach
          briefingsMissing
          unit {
            id
            name
          }
          steps {
            step
            done
            total
            blocked
            ...OpenSubjects
          }
        }
      }
    }
  `,
  [OpenSubjectsFragment],
);

/** The same without what is missing. */
const ProgressQuery = graphql(`
  query SettingOfUnit($cycleId: ID!, $unitId: ID!) {
    cycle(id: $cycleId) {
      id
      settingProgress(unitId: $unitId) {
        unit {
          id
        }
        steps {
          step
          done
          total
          blocked
        }
      }
    }
  }
`);

type Progressed = NonNullable<ResultOf<typeof SettingQuery>['cycle']>['settingProgress'];
type Step = Progressed['steps'][number];

/** The seven steps in which a unit's objectives are set: what is done, what is missing, what blocks. */
export function SettingPage() {
  const { t } = useTranslation();
  const [params, choose] = useChoices();
  const { viewer, organization } = useWorkspace();
  const { cycle, cycles, isLoading, error, reload } = useCycles(params.get('cycle'));
  if (isLoading) return <LoadingRows />;
  if (error) return <FailureState error={error} onRetry={reload} />;
  const unitId = params.get('unit') ?? (viewer.roles.includes('EXECUTIVE') ? organization.root?.id : null) ?? viewer.person.unit.id;
  return (
    <PageFrame title={t('setting.title')} subtitle={t('setting.hint')}>
      {!cycle && <EmptyState icon="calendar" title={t('cycles.none')} />}
      {cycle && (
        <>
          <Group gap="xs" mb="sm" role="toolbar" aria-label={t('tree.tools')}>
            <Select
              size="xs"
              w={190}
              aria-label={t('briefings.cycle')}
              allowDeselect={false}
              data={cycles.map((one) => ({ value: one.id, label: `${one.name} · ${t(`enums.CycleStatus.${one.status}`)}` }))}
              value={cycle.id}
              onChange={(id) => choose({ cycle: id })}
            />
            <UnitPicker size="xs" aria-label={t('briefings.unit')} value={unitId} onChange={(id) => choose({ unit: id })} />
          </Group>
          <Steps key={`${cycle.id} ${unitId}`} cycle={cycle} unitId={unitId} />
          <Below cycleId={cycle.id} unitId={unitId} />
        </>
      )}
    </PageFrame>
  );
}

function Steps({ cycle, unitId }: { cycle: CycleChoice; unitId: string }) {
  const { t } = useTranslation();
  const { viewer, ledUnitIds } = useWorkspace();
  const [changing, setChanging] = useState(false);
  const cycleId = cycle.id;
  const list = useList();
  const [{ data, error }, read] = useQuery({ query: SettingQuery, variables: { cycleId, unitId }, requestPolicy: 'cache-and-network' });
  const progress = data?.cycle?.settingProgress;
  const again = () => read({ requestPolicy: 'network-only' });
  const maySet = takesObjectives(cycle.status) && (ledUnitIds.has(unitId) || viewer.roles.some((role) => role === 'EXECUTIVE' || role === 'HR' || role === 'ADMINISTRATOR'));
  if (!progress) return error ? <FailureState error={error} onRetry={again} /> : <LoadingRows />;
  return (
    <>
      <Alert color={progress.briefingsMissing.length > 0 ? 'yellow' : 'green'} variant="outline" py={6} mb="sm" icon={<Icon name={progress.briefingsMissing.length > 0 ? 'warning' : 'check'} />}>
        <Group justify="space-between" gap="xs">
          <Text size="sm">
            {progress.briefingsMissing.length > 0
              ? t('briefings.missing', { unit: progress.unit.name, kinds: list.format(progress.briefingsMissing.map((one) => t(`enums.BriefingKind.${one}`))) })
              : t('briefings.open', { unit: progress.unit.name })}{' '}
            {t(`setting.approach.${progress.approach}`)}
          </Text>
          <Group gap="xs">
            {maySet && (
              <Button size="compact-sm" variant="default" leftSection={<Icon name="edit" size={14} />} onClick={() => setChanging(true)}>
                {t('setting.changeApproach')}
              </Button>
            )}
            <Button size="compact-sm" variant="default" component={Link} to={`/briefings?cycle=${cycleId}&unit=${unitId}`}>
              {t('briefings.title')}
            </Button>
          </Group>
        </Group>
      </Alert>
      <Section title={t('setting.steps', { unit: progress.unit.name })}>
        <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {progress.steps.map((step, index) => (
            <StepLine key={step.step} step={step} number={index + 1} cycleId={cycleId} unitId={unitId} />
          ))}
        </ol>
      </Section>
      {changing && <ApproachDrawer cycleId={cycleId} unit={progress.unit} approach={progress.approach} onDone={again} onClose={() => setChanging(false)} />}
    </>
  );
}

function StepLine({ step, number, cycleId, unitId }: { step: Step; number: number; cycleId: string; unitId: string }) {
  const { t } = useTranslation();
  const to = step.step === 'STRATEGY' ? '/strategy' : `/tree?cycle=${cycleId}&unit=${unitId}`;
  const percent = step.total === 0 ? 0 : Math.round((100 * step.done) / step.total);
  return (
    <li style={{ padding: '10px 16px', borderBottom: '1px solid #eef1f4' }}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} size="sm">
          {number}. {t(`enums.SettingStepKind.${step.step}`)}
        </Text>
        <Group gap="sm">
          <Text size="sm" className="number">
            {step.total === 0 ? t('setting.nothing') : t('setting.done', { done: step.done, total: step.total })}
          </Text>
          {step.blocked > 0 && (
            <Link className="plain-link" to={`/findings?cycle=${cycleId}&unit=${unitId}&severity=BLOCKING`}>
              <Text span size="sm" c="#a3161a">
                {t('setting.blocked', { count: step.blocked })}
              </Text>
            </Link>
          )}
          <Link className="plain-link" to={to}>{t('setting.go')}</Link>
        </Group>
      </Group>
      <Text size="xs" c="dimmed" mb={4}>
        {t(`setting.about.${step.step}`)}
      </Text>
      {step.open.length > 0 && <OpenSubjects step={step} cycleId={cycleId} />}
      <Progress value={percent} size="sm" color={step.blocked > 0 ? 'yellow.7' : 'dark.4'} aria-label={t('setting.progressOf', { step: t(`enums.SettingStepKind.${step.step}`) })} />
    </li>
  );
}

/** How far the units right below have come, for the leader above them. */
function Below({ cycleId, unitId }: { cycleId: string; unitId: string }) {
  const { t } = useTranslation();
  const { organization } = useWorkspace();
  const below = organization.units.filter((unit) => unit.active && unit.parent?.id === unitId);
  if (below.length === 0) return null;
  return (
    <Section title={t('setting.below')}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {below.map((unit) => (
          <UnitProgress key={unit.id} cycleId={cycleId} unitId={unit.id} name={unit.name} />
        ))}
      </ul>
    </Section>
  );
}

function UnitProgress({ cycleId, unitId, name }: { cycleId: string; unitId: string; name: string }) {
  const { t } = useTranslation();
  const [{ data, error }] = useQuery({ query: ProgressQuery, variables: { cycleId, unitId } });
  const steps = data?.cycle?.settingProgress.steps;
  const sum = (of: (step: Pick<Step, 'done' | 'total' | 'blocked'>) => number) => steps?.reduce((all, step) => all + of(step), 0) ?? 0;
  const [done, total, blocked] = [sum((step) => step.done), sum((step) => step.total), sum((step) => step.blocked)];
  return (
    <li style={{ padding: '8px 16px', borderBottom: '1px solid #eef1f4' }}>
      <Group justify="space-between" gap="xs">
        <Link className="plain-link" to={`/setting?cycle=${cycleId}&unit=${unitId}`}>
          {name}
        </Link>
        <Text size="sm" className="number" c={error ? 'red.9' : undefined}>
          {error ? t('common.notDone') : steps && (total === 0 ? t('setting.nothing') : t('setting.done', { done, total }))}
          {blocked > 0 && ` · ${t('setting.blocked', { count: blocked })}`}
        </Text>
      </Group>
      <Progress value={total === 0 ? 0 : (100 * done) / total} size="xs" color="dark.4" aria-label={t('setting.progressOf', { step: name })} />
    </li>
  );
}
