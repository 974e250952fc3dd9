import { Alert, Anchor, Button, Group, Select, SimpleGrid, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import type { UserError } from '../../../api/userErrors';
import { cellKeys } from '../../../components/cells';
import { DecimalField } from '../../../components/DecimalField';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { useUnsaved } from '../../../components/useUnsaved';
import { groupDecimal, readDecimal } from '../../../format/decimal';
import { reach } from '../../../format/sums';
import { useWorkspace } from '../../organization/workspace/workspace';
import { mayWrite } from '../objectives/mayWrite';
import { TargetText } from '../objectives/TargetText';
import { AllocationParent, ApplyAllocation, dimensions, factorsOf, inputOf, isAsProposed, proposedDimension, splitFor, type AllocationParentData, type Split } from './allocation';
import { PartRow } from './PartRow';
import { useAllocationPreview } from './useAllocationPreview';

const PAGE = 100;

/** Splits an objective's target among units, regions, customers, positions or people. */
export function AllocationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const workspace = useWorkspace();
  const [{ data, error }, read] = useQuery({ query: AllocationParent, variables: { id }, requestPolicy: 'cache-and-network' });
  const parent = data?.objective;
  const again = () => read({ requestPolicy: 'network-only' });
  if (!data) return error ? <FailureState error={error} onRetry={again} /> : <LoadingRows />;
  if (!parent || !mayWrite(workspace, parent)) {
    return (
      <PageFrame title={t('allocation.allocate')}>
        <EmptyState icon="search" title={t('allocation.missing')}>
          <Anchor component={Link} to={`/objectives/${id}`} size="sm">
            {t('allocation.back')}
          </Anchor>
        </EmptyState>
      </PageFrame>
    );
  }
  return <AllocationForm key={parent.id} parent={parent} onReload={again} />;
}

function AllocationForm({ parent, onReload }: { parent: AllocationParentData; onReload: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [split, setSplit] = useState<Split>(() => splitFor(proposedDimension(parent)));
  const [shown, setShown] = useState(PAGE);
  const [refused, setRefused] = useState<readonly Pick<UserError, 'message'>[]>([]);
  const { preview, parts, error, isReading, read } = useAllocationPreview(parent, split);
  const { run, busy } = useCommand(ApplyAllocation);
  const forget = useUnsaved(!isAsProposed(split));
  const included = parts.filter((part) => !split.without.has(part.recipient.id));
  const problems = refused.length > 0 ? refused : (preview?.userErrors ?? []);
  const values = included.map((part) => split.locks.get(part.recipient.id) ?? part.value);
  const { measure } = parent;

  function change(changes: Partial<Split>) {
    setRefused([]);
    setSplit((current) => ({ ...current, ...changes }));
  }

  function lock(changes: ReadonlyMap<string, string | null>) {
    const locks = new Map(split.locks);
    for (const [id, value] of changes) {
      if (value === null) locks.delete(id);
      else locks.set(id, value);
    }
    change({ locks });
  }

  const keys = cellKeys((from, pasted, cells) => {
    const start = cells.indexOf(from);
    lock(new Map(pasted.slice(0, cells.length - start).map((text, i) => [cells[start + i] ?? '', text.trim() === '' ? null : (readDecimal(text) ?? text)])));
  });

  async function apply() {
    if ([...split.locks.values()].some((value) => readDecimal(value) === null)) {
      setRefused([{ message: t('common.notANumber') }]);
      return;
    }
    const { done, errors, failure } = await run(inputOf(parent, split, parts.map((part) => part.recipient.id)));
    if (done) {
      notifications.show({ message: t('allocation.applied', { count: done.objectives.length }) });
      forget();
      void navigate(`/objectives/${parent.id}`);
      return;
    }
    setRefused(failure ? [{ message: describeFailure(failure, t) }] : errors);
    if (errors.some((one) => one.code === 'CONFLICT')) onReload();
  }

  return (
    <PageFrame
      title={t('allocation.title', { title: parent.title })}
      above={
        <Anchor component={Link} to={`/objectives/${parent.id}`} size="xs">
          ‹ {t('allocation.back')}
        </Anchor>
      }
      subtitle={
        <Group gap="sm" mt={4}>
          <span className="number">{parent.code}</span>
          <span>
            {t('objective.target')} <TargetText target={parent.target} measure={measure} />
          </span>
        </Group>
      }
      actions={
        <Button loading={busy} disabled={included.length === 0 || isReading || problems.length > 0} onClick={() => void apply()}>
          {t('allocation.apply', { count: included.length })}
        </Button>
      }
    >
      <Section title={t('allocation.factors')}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" p="md">
          <Select
            label={t('allocation.to')}
            allowDeselect={false}
            data={dimensions.map((value) => ({ value, label: t(`enums.AllocationDimension.${value}`) }))}
            value={split.dimension}
            onChange={(value) => {
              setShown(PAGE);
              change(splitFor(value ?? split.dimension));
            }}
          />
          <DecimalField label={t('allocation.stretch')} unit="%" value={split.stretch} onChange={(stretch) => change({ stretch })} error={undefined} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 2, xs: 3, md: 5 }} spacing="sm" px="md" pb="xs" key={split.dimension}>
          {factorsOf[split.dimension].map((factor) => (
            <DecimalField
              key={factor}
              label={t(`enums.AllocationFactor.${factor}`)}
              value={split.weights[factor] ?? null}
              onChange={(weight) => change({ weights: { ...split.weights, [factor]: weight } })}
              error={undefined}
            />
          ))}
        </SimpleGrid>
        <Text size="xs" c="dimmed" px="md" pb="md">
          {t('allocation.weightHint')} {t('allocation.stretchHint')} {preview?.method}
        </Text>
      </Section>
      {problems.length > 0 && (
        <Alert color="red" variant="outline" bg="white" mb="md" icon={<Icon name="warning" />} role="alert" title={t('allocation.wrong')}>
          {problems.map((problem) => (
            <Text size="sm" key={problem.message}>
              {problem.message}
            </Text>
          ))}
        </Alert>
      )}
      <Section
        title={t('allocation.parts')}
        actions={
          <Text size="sm" role="status" className="number">
            {preview && `${t(measure.aggregation === 'SUM' ? 'allocation.total' : 'allocation.rolledUp')} ${groupDecimal(preview.total, measure.decimals)} ${measure.unitOfMeasure}`}
          </Text>
        }
      >
        {!preview && (error ? <FailureState error={error} onRetry={read} /> : <LoadingRows />)}
        {preview && parts.length === 0 && problems.length === 0 && <EmptyState icon="people" title={t('allocation.none')} hint={t('allocation.noneHint')} />}
        {parts.length > 0 && (
          <div style={{ overflowX: 'auto' }} aria-busy={isReading}>
            <Table verticalSpacing={3} {...keys}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Td />
                  <Table.Th>{t('allocation.recipient')}</Table.Th>
                  <Table.Th ta="end">{t('allocation.value')}</Table.Th>
                  <Table.Th ta="end" visibleFrom="xs">
                    {t('allocation.share')}
                  </Table.Th>
                  <Table.Td visibleFrom="md" />
                  <Table.Th ta="end" visibleFrom="sm" title={t('allocation.previousHint')}>
                    {t('allocation.previous')}
                  </Table.Th>
                  <Table.Th visibleFrom="sm">{t('allocation.owner')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {parts.slice(0, shown).map((part) => {
                  const key = part.recipient.id;
                  return (
                    <PartRow
                      key={key}
                      part={part}
                      decimals={measure.decimals}
                      length={reach(split.locks.get(key) ?? part.value, values)}
                      included={!split.without.has(key)}
                      locked={split.locks.get(key)}
                      owner={split.owners.get(key) ?? null}
                      onInclude={(takes) => {
                        const without = new Set(split.without);
                        if (takes) without.delete(key);
                        else without.add(key);
                        change({ without });
                      }}
                      onLock={(value) => lock(new Map([[key, value]]))}
                      onOwner={(owner) => {
                        const owners = new Map(split.owners);
                        if (owner) owners.set(key, owner);
                        else owners.delete(key);
                        change({ owners });
                      }}
                    />
                  );
                })}
              </Table.Tbody>
            </Table>
          </div>
        )}
        {parts.length > shown && (
          <Group justify="center" p="xs">
            <Button variant="default" onClick={() => setShown(shown + PAGE)}>
              {t('allocation.more', { shown, total: parts.length })}
            </Button>
          </Group>
        )}
        <Text size="xs" c="dimmed" px="md" py="xs">
          {t('allocation.keys')}
        </Text>
      </Section>
    </PageFrame>
  );
}
