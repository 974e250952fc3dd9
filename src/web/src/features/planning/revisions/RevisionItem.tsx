import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { Said } from '../../monitoring/control/Said';
import { useInstant } from '../../organization/workspace/workspace';
import { TargetText } from '../objectives/TargetText';
import { RevisedMonths } from './RevisedMonths';
import { monthsOf, tasksOf, type RevisedObjective, type RevisionData, type RevisionTask } from './revisions';
import styles from './Revisions.module.css';

interface RevisionItemProps {
  revision: RevisionData;
  objective: Pick<RevisedObjective, 'measure' | 'progress'>;
  onDo: (task: RevisionTask) => void;
}

/** What was asked for, why, and who decided it; with what the viewer can do about it. */
export function RevisionItem({ revision, objective, onDo }: RevisionItemProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const instant = useInstant();
  const { status, oldTarget, newTarget, decidedBy, decidedAt, decisionReason } = revision;
  const { measure } = objective;
  const tasks = tasksOf(revision);
  return (
    <li className={styles.item} data-revision={revision.id}>
      <Group gap="xs">
        <span className={styles.badge} data-status={status}>
          {t(`enums.RevisionStatus.${status}`)}
        </span>
        <Text size="sm" fw={600}>
          <TargetText target={oldTarget} measure={measure} /> → {newTarget === null ? t('revisions.givenUp') : <TargetText target={newTarget} measure={measure} />}
        </Text>
        <Text size="sm">{t('revisions.fromMonth', { month: formatPeriod(revision.effectiveFrom, language) })}</Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t('revisions.askedBy', { name: revision.requestedBy.name, at: instant(revision.requestedAt) })}
      </Text>
      {status !== 'REQUESTED' && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t(`revisions.decidedBy.${status}`, { name: decidedBy?.name ?? '—', at: decidedAt ? instant(decidedAt) : '—', reason: decisionReason ?? '—' })}
          {revision.exemptFromAppraisal && ` ${t('revisions.exempt')}`}
        </Text>
      )}
      <details className={styles.details} open={status === 'REQUESTED'}>
        <summary>
          <Text span size="sm">
            {t('revisions.details')}
          </Text>
        </summary>
        <Stack component="dl" gap={6} m={0} mt={6}>
          <Said label={t('revisions.externalCause')} text={revision.externalCause} />
          <Said label={t('revisions.evidence')} text={revision.evidence} />
          {revision.workPlanChange && <Said label={t('revisions.workPlanChange')} text={revision.workPlanChange} />}
        </Stack>
        {revision.newPhasing.length > 0 && <RevisedMonths before={status === 'REQUESTED' ? monthsOf(objective) : undefined} after={revision.newPhasing} measure={measure} />}
      </details>
      {tasks.length > 0 && (
        <Group gap="xs">
          {tasks.map((task) => (
            <Button key={task} variant={task === 'APPROVE' ? 'filled' : 'default'} onClick={() => onDo(task)}>
              {t(`revisions.do.${task}`)}
            </Button>
          ))}
        </Group>
      )}
    </li>
  );
}
