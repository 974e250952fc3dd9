import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { Icon } from '../../../components/Icon';
import { useInstant, useWorkspace } from '../../organization/workspace/workspace';
import { mayWaive, RepairFinding, type FindingData, type FindingSeverity } from './findings';
import { WaiveDrawer } from './WaiveDrawer';

const colors: Record<FindingSeverity, string> = { BLOCKING: '#a3161a', WARNING: '#8a5200', INFO: '#41505f' };

interface FindingItemProps {
  finding: FindingData;
  /** Where the list is not the objective's own. */
  withObjective?: boolean;
  onDone: () => void;
}

/** What does not fit, by how much, and what can be done about it. */
export function FindingItem({ finding, withObjective = false, onDone }: FindingItemProps) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { viewer, ledUnitIds } = useWorkspace();
  const repair = useCommand(RepairFinding);
  const [refusal, setRefusal] = useState<string>();
  const [waiving, setWaiving] = useState(false);
  const [shown, setShown] = useState(5);
  const leads = viewer.roles.includes('EXECUTIVE') || ledUnitIds.size > 0;

  async function mend() {
    setRefusal(undefined);
    const { done, errors, failure } = await repair.run({ findingId: finding.id });
    if (done) {
      notifications.show({ message: t('findings.repaired') });
      onDone();
    } else {
      setRefusal(failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' '));
    }
  }

  return (
    <li style={{ padding: '10px 16px', borderBottom: '1px solid #eef1f4' }}>
      {withObjective && (
        <Link className="plain-link" style={{ fontWeight: 600, overflowWrap: 'anywhere' }} to={`/objectives/${finding.objective.id}`}>
          <span className="number">{finding.objective.code}</span> {finding.objective.title}
        </Link>
      )}
      <Group gap={6} wrap="nowrap" align="flex-start" c={finding.waiver ? 'dimmed' : colors[finding.severity]}>
        <Icon name={finding.waiver ? 'check' : 'warning'} size={15} />
        <Text size="sm" fw={600}>
          {t(`enums.FindingKind.${finding.kind}`)} · {finding.waiver ? t('findings.isWaived') : t(`enums.FindingSeverity.${finding.severity}`)}
        </Text>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {finding.message}
      </Text>
      <Text size="xs" c="dimmed">
        {finding.proposal}
      </Text>
      {finding.related.length > 0 && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('findings.related')}{' '}
          {finding.related.slice(0, shown).map((one, index) => (
            <span key={one.id}>
              {index > 0 && ' · '}
              <Link className="plain-link" to={`/objectives/${one.id}`}>
                {one.code} {one.title}
              </Link>
            </span>
          ))}
          {finding.related.length > shown && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setShown(finding.related.length)}>
              {t('findings.more', { count: finding.related.length - shown })}
            </Button>
          )}
        </Text>
      )}
      {finding.waiver && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('findings.waivedBy', { name: finding.waiver.by.name, at: instant(finding.waiver.at), reason: finding.waiver.reason })}
        </Text>
      )}
      {refusal && (
        <Text size="sm" c="red.9" role="alert">
          {refusal}
        </Text>
      )}
      {!finding.waiver && (
        <Group gap="xs" mt={4}>
          {finding.repairable && (
            <Button size="compact-sm" variant="default" leftSection={<Icon name="check" size={14} />} loading={repair.busy} onClick={() => void mend()}>
              {t(`findings.repair.${finding.kind}`, { defaultValue: t('findings.mend') })}
            </Button>
          )}
          {finding.kind === 'COMPETENCY_GAP_WITHOUT_PLAN' && (
            <Button size="compact-sm" variant="default" component={Link} to={`/development/${finding.objective.owner.id}?cycle=${finding.objective.cycle.id}`}>
              {t('development.toPlan')}
            </Button>
          )}
          {mayWaive(finding, viewer.person.id, leads) && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setWaiving(true)}>
              {t('findings.waive')}
            </Button>
          )}
        </Group>
      )}
      {waiving && <WaiveDrawer finding={finding} onDone={onDone} onClose={() => setWaiving(false)} />}
    </li>
  );
}
