import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { AssessReadinessDrawer } from '../../development/readiness/AssessReadinessDrawer';
import { FollowUpDrawer } from '../../monitoring/control/FollowUpDrawer';
import { ReportDrawer } from '../../monitoring/control/ReportDrawer';
import { DeviationDrawer } from '../../monitoring/deviations/DeviationDrawer';
import { DoneDrawer } from '../../monitoring/meetings/DoneDrawer';
import { AppraisalByIdDrawer } from '../../performance/appraisals/AppraisalByIdDrawer';
import { AnswerDrawer } from '../../planning/support/AnswerDrawer';
import type { SupportStatus } from '../../planning/support/support';
import { ReportDrawer as MilestoneReportDrawer } from '../../planning/work/ReportDrawer';
import { ReportWorkItem } from '../../planning/work/work';
import type { AgendaItemData, Subject } from './agenda';
import { placeOfItem } from './places';

interface ActProps {
  item: AgendaItemData;
  onDone: () => void;
}

/** What can be done about an item, where it stands; else the way to where it can. */
export function Act({ item, onDone }: ActProps) {
  const { subject } = item;
  switch (subject.__typename) {
    case 'ControlPoint':
      return <InDrawer label="report" drawer={(onClose) => <ReportDrawer pointId={subject.id} onDone={onDone} onClose={onClose} />} />;
    case 'ProgressReport':
      return <InDrawer label="followUp" drawer={(onClose) => <FollowUpDrawer reportId={subject.id} onDone={onDone} onClose={onClose} />} />;
    case 'Milestone':
      return <InDrawer label="milestone" drawer={(onClose) => <MilestoneReportDrawer milestone={subject} onDone={onDone} onClose={onClose} />} />;
    case 'Deviation':
      return <InDrawer label="open" drawer={(onClose) => <ShownDeviation deviationId={subject.id} onDone={onDone} onClose={onClose} />} />;
    case 'Resolution':
      return <InDrawer label="done" drawer={(onClose) => <DoneDrawer resolution={subject} onDone={onDone} onClose={onClose} />} />;
    case 'SupportRequest':
      return <AnswerHelp request={subject} onDone={onDone} />;
    case 'Scorecard':
      return <ActOnAppraisal item={item} onDone={onDone} />;
    case 'WorkItem':
      return <TickOff work={subject} onDone={onDone} />;
    case 'Person':
      if (item.kind === 'ASSESS_READINESS') return <InDrawer label="assess" drawer={(onClose) => <AssessReadinessDrawer personId={subject.id} onDone={onDone} onClose={onClose} />} />;
      return <Open item={item} />;
    default:
      return <Open item={item} />;
  }
}

function InDrawer({ label, drawer }: { label: 'report' | 'followUp' | 'milestone' | 'open' | 'done' | 'assess'; drawer: (onClose: () => void) => React.ReactNode }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(`agenda.act.${label}`)}</Button>
      {isOpen && drawer(() => setOpen(false))}
    </>
  );
}

/** A deviation is looked at on after something was decided about it; its item, and this with it, goes when it is closed. */
function ShownDeviation({ deviationId, onDone, onClose }: { deviationId: string; onDone: () => void; onClose: () => void }) {
  const isChanged = useRef(false);
  const close = () => {
    onClose();
    if (isChanged.current) onDone();
  };
  return <DeviationDrawer deviationId={deviationId} onDone={() => (isChanged.current = true)} onClose={close} />;
}

/** The step of an appraisal that an item asks for; a signature wants all of it read first. */
function ActOnAppraisal({ item, onDone }: ActProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const action = item.kind === 'SELF_APPRAISE' || item.kind === 'APPRAISE' ? item.kind : null;
  if (!action) return <Open item={item} />;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(`appraisals.do.${action}`)}</Button>
      {isOpen && <AppraisalByIdDrawer action={action} scorecardId={item.subject.id} onDone={onDone} onClose={() => setOpen(false)} />}
    </>
  );
}

function AnswerHelp({ request, onDone }: { request: Subject<'SupportRequest'>; onDone: () => void }) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<SupportStatus>();
  return (
    <Group gap="xs" wrap="nowrap">
      {request.viewerMay.map((one) => (
        <Button key={one} variant={one === 'DECLINED' ? 'default' : 'filled'} onClick={() => setStatus(one)}>
          {t(`support.do.${one}`)}
        </Button>
      ))}
      {status && <AnswerDrawer request={request} status={status} onDone={onDone} onClose={() => setStatus(undefined)} />}
    </Group>
  );
}

function TickOff({ work, onDone }: { work: Subject<'WorkItem'>; onDone: () => void }) {
  const { t } = useTranslation();
  const report = useCommand(ReportWorkItem);
  const [refusal, setRefusal] = useState<string>();

  async function tick() {
    setRefusal(undefined);
    const { done, errors, failure } = await report.run({ workItemId: work.id, expectedVersion: work.version, done: true });
    if (done) notifications.show({ message: t('common.saved') });
    else setRefusal(failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' '));
    onDone();
  }

  return (
    <div>
      <Button loading={report.busy} onClick={() => void tick()}>
        {t('agenda.act.done')}
      </Button>
      {refusal && (
        <Text size="sm" c="red.9" role="alert">
          {refusal}
        </Text>
      )}
    </div>
  );
}

function Open({ item }: { item: AgendaItemData }) {
  const { t } = useTranslation();
  const place = placeOfItem(item);
  if (!place) return null;
  return (
    <Button component={Link} to={place}>
      {t(`agenda.act.${item.kind === 'ACKNOWLEDGE_BRIEFING' ? 'read' : item.kind === 'SIGN_COMMITMENT' || item.kind === 'SIGN_APPRAISAL' ? 'sign' : item.kind === 'ANSWER_PROPOSAL' || item.kind === 'ANSWER_PULSE' ? 'answer' : 'open'}`)}
    </Button>
  );
}
