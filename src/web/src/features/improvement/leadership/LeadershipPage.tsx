import { Anchor, Group, Table, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Bar } from '../../../components/Bar';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { usePhone } from '../../../components/usePhone';
import { useWorkspace } from '../../organization/workspace/workspace';
import { useCycles, type CycleChoice } from '../../planning/cycles/useCycles';
import { ScopeTools } from '../health/ScopeTools';
import { isLow, LeadershipQuery, percentOf, principles, type LeaderData } from './leadership';
import styles from './Leadership.module.css';

/** The six principles of leading as one's people met them: for oneself, and for the leaders below. */
export function LeadershipPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { cycles, cycle, isLoading, error, reload } = useCycles(params.get('cycle'));
  return (
    <PageFrame title={t('leadership.title')} subtitle={t('leadership.hint')}>
      {isLoading && <LoadingRows />}
      {error && <FailureState error={error} onRetry={reload} />}
      {!isLoading && !error && !cycle && <EmptyState icon="people" title={t('control.noCycle')} hint={t('control.noCycleHint')} />}
      {cycle && <Mirror cycle={cycle} cycles={cycles} unitId={params.get('unit')} />}
    </PageFrame>
  );
}

function Mirror({ cycle, cycles, unitId }: { cycle: CycleChoice; cycles: readonly CycleChoice[]; unitId: string | null }) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [{ data, error, fetching, stale }, read] = useQuery({ query: LeadershipQuery, variables: { cycleId: cycle.id, unitId } });
  const leaders = fetching && !stale ? undefined : data?.leadership;
  const me = leaders?.find(({ leader }) => leader.id === viewer.person.id);
  const others = leaders?.filter((one) => one !== me) ?? [];
  return (
    <>
      <Group gap="xs" mb="sm" role="toolbar" aria-label={t('health.tools')}>
        <ScopeTools cycle={cycle} cycles={cycles} unitId={unitId} />
      </Group>
      {!leaders && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows />)}
      {leaders?.length === 0 && <EmptyState icon="people" title={t('leadership.none')} hint={t('leadership.noneHint')} />}
      {me && (
        <Section title={t('leadership.mine')}>
          <ul className={styles.principles} aria-label={t('leadership.principles')}>
            {principles.map((principle) => (
              <li key={principle} className={styles.principle}>
                <div className={styles.line}>
                  <span>{t(`leadership.principle.${principle}`)}</span>
                  <Share share={me[principle]} />
                </div>
                <Bar length={me[principle] ?? 0} muted={me[principle] === null} />
                <p className={styles.quiet}>{t(`leadership.measured.${principle}`)}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('leadership.others', { count: others.length })}>
          <Others leaders={others} />
        </Section>
      )}
    </>
  );
}

/** Little is marked by a picture as well as by colour. */
function Share({ share }: { share: number | null }) {
  const { t } = useTranslation();
  if (share === null) return <span title={t('leadership.nothing')}>—</span>;
  return isLow(share) ? (
    <span className={`number ${styles.low}`}>
      <Icon name="warning" size={13} />
      <VisuallyHidden>{t('leadership.low')} </VisuallyHidden>
      {t('common.percent', { percent: percentOf(share) })}
    </span>
  ) : (
    <span className="number">{t('common.percent', { percent: percentOf(share) })}</span>
  );
}

function Others({ leaders }: { leaders: readonly LeaderData[] }) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  if (isPhone)
    return (
      <ul className={styles.people} aria-label={t('leadership.leaders')}>
        {leaders.map((one) => (
          <li key={one.leader.id}>
            <Name leader={one.leader} />
            <dl className={styles.facts}>
              {principles.map((principle) => (
                <Fact key={principle} name={t(`leadership.principle.${principle}`)} share={one[principle]} />
              ))}
            </dl>
          </li>
        ))}
      </ul>
    );
  return (
    <Table verticalSpacing={6} horizontalSpacing={12} aria-label={t('leadership.leaders')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('leadership.leader')}</Table.Th>
          {principles.map((principle) => (
            <Table.Th key={principle} ta="end">
              {t(`leadership.short.${principle}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {leaders.map((one) => (
          <Table.Tr key={one.leader.id}>
            <Table.Th scope="row" fw={400}>
              <Name leader={one.leader} />
            </Table.Th>
            {principles.map((principle) => (
              <Table.Td key={principle} ta="end">
                <Share share={one[principle]} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Fact({ name, share }: { name: string; share: number | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Share share={share} />
      </dd>
    </>
  );
}

function Name({ leader }: { leader: LeaderData['leader'] }) {
  return (
    <>
      <Anchor component={Link} to={`/people/${leader.id}`}>
        {leader.name}
      </Anchor>
      <div className={styles.quiet}>{leader.unit.name}</div>
    </>
  );
}
