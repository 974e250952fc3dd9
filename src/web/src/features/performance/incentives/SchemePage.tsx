import { Alert, Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import { useWorkspace } from '../../organization/workspace/workspace';
import { ApproveDrawer } from './ApproveDrawer';
import { FinaliseDrawer } from './FinaliseDrawer';
import { PayoutChart } from './PayoutChart';
import { SchemeBadge } from './SchemeBadge';
import { SchemeDrawer } from './SchemeDrawer';
import { SchemeQuery, stageOf, type SchemeData } from './schemes';
import { Simulation } from './Simulation';

/** One scheme: what it says, what is found about it, and what it would pay. */
export function SchemePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [{ data, error }, read] = useQuery({ query: SchemeQuery, variables: { id } });
  const reload = () => read({ requestPolicy: 'network-only' });
  if (!data) return error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows />;
  if (data.node?.__typename !== 'IncentiveScheme') {
    return (
      <PageFrame title={t('incentives.title')}>
        <EmptyState icon="search" title={t('incentives.gone')} />
      </PageFrame>
    );
  }
  return <Scheme scheme={data.node} onChanged={reload} />;
}

type Doing = 'edit' | 'approve' | 'finalise';

function Scheme({ scheme, onChanged }: { scheme: SchemeData; onChanged: () => void }) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [doing, setDoing] = useState<Doing | null>(null);
  const stage = stageOf(scheme);
  const isHr = viewer.roles.includes('HR');
  const isAppraised = scheme.cycle.status === 'APPRAISAL' || scheme.cycle.status === 'CLOSED';
  const close = () => setDoing(null);
  return (
    <PageFrame
      title={scheme.name}
      above={
        <Anchor component={Link} to={`/incentives?cycle=${scheme.cycle.id}`} size="sm">
          {t('incentives.title')}
        </Anchor>
      }
      subtitle={
        <Group gap="xs">
          <SchemeBadge scheme={scheme} />
          {t('incentives.of', { unit: scheme.unit.name, cycle: scheme.cycle.name })}
        </Group>
      }
      actions={
        isHr && (
          <>
            {stage !== 'final' && scheme.cycle.status !== 'CLOSED' && (
              <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => setDoing('edit')}>
                {t('incentives.edit')}
              </Button>
            )}
            {stage === 'waiting' && scheme.savedBy.id !== viewer.person.id && (
              <Button leftSection={<Icon name="check" />} onClick={() => setDoing('approve')}>
                {t('incentives.approve')}
              </Button>
            )}
            {stage === 'approved' && isAppraised && (
              <Button leftSection={<Icon name="flag" />} onClick={() => setDoing('finalise')}>
                {t('incentives.finalise')}
              </Button>
            )}
          </>
        )
      }
    >
      {scheme.findings.length > 0 && (
        <Alert color="orange" variant="outline" icon={<Icon name="warning" />} title={t('incentives.findings')} mb="md" styles={{ title: { color: 'var(--mantine-color-text)' } }}>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {scheme.findings.map((finding) => (
              <li key={finding.kind}>{finding.message}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Section title={t('incentives.terms')}>
        <Group p="md" gap="xl" align="flex-start" wrap="wrap">
          <Stack gap={6} style={{ flex: '1 1 260px' }}>
            <Text size="sm">{t('incentives.shares', { individual: scheme.individualShare, team: scheme.teamShare, company: scheme.companyShare })}</Text>
            <Text size="sm">{t('incentives.budgetOf', { budget: `${groupDecimal(scheme.budget.amount)} ${scheme.budget.currency}` })}</Text>
            <Text size="sm">{t('incentives.people', { count: scheme.participants.totalCount })}</Text>
            <Text size="sm">{t('incentives.savedBy', { name: scheme.savedBy.name })}</Text>
            {scheme.approvedBy && <Text size="sm">{t('incentives.approvedBy', { name: scheme.approvedBy.name, reason: scheme.approvalReason ?? '' })}</Text>}
            {scheme.rules.length > 0 && (
              <Table withRowBorders={false} verticalSpacing={2} w="auto" aria-label={t('incentives.rules')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('incentives.fromScore')}</Table.Th>
                    <Table.Th ta="end">{t('incentives.percentOfTarget')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {scheme.rules.map((rule) => (
                    <Table.Tr key={rule.fromScore}>
                      <Table.Td className="number">{rule.fromScore}</Table.Td>
                      <Table.Td className="number" ta="end">
                        {t('common.percent', { percent: groupDecimal(rule.percentOfTarget) })}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </Stack>
          <div style={{ flex: '1 1 320px' }}>
            <PayoutChart rules={scheme.rules} />
          </div>
        </Group>
      </Section>
      {isHr || viewer.roles.includes('AUDITOR') ? (
        <Simulation key={scheme.version} scheme={scheme} />
      ) : (
        <Anchor component={Link} to={`/awards?cycle=${scheme.cycle.id}`}>
          {t('incentives.myAwards')}
        </Anchor>
      )}
      {doing === 'edit' && <SchemeDrawer cycleId={scheme.cycle.id} scheme={scheme} onDone={onChanged} onClose={close} />}
      {doing === 'approve' && <ApproveDrawer scheme={scheme} onDone={onChanged} onClose={close} />}
      {doing === 'finalise' && <FinaliseDrawer scheme={scheme} onDone={onChanged} onClose={close} />}
    </PageFrame>
  );
}
