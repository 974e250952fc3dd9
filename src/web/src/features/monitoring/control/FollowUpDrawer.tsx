import { Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useInstant } from '../../organization/workspace/workspace';
import { FollowUp, ReportToFollowUpQuery, type ReportToFollowUp } from './control';
import { Said } from './Said';
import { Standing } from './Standing';

interface FollowUpDrawerProps {
  reportId: string;
  onDone: () => void;
  onClose: () => void;
}

/** Whoever leads the owner reads his report and answers it with guidance. */
export function FollowUpDrawer({ reportId, onDone, onClose }: FollowUpDrawerProps) {
  const [{ data, error }, read] = useQuery({ query: ReportToFollowUpQuery, variables: { id: reportId }, requestPolicy: 'network-only' });
  const report = data?.node && 'selfReview' in data.node ? data.node : null;
  if (!report) return <PendingDrawer error={error} onRetry={() => read({ requestPolicy: 'network-only' })} onClose={onClose} />;
  return <FollowUpForm report={report} onDone={onDone} onClose={onClose} />;
}

interface FollowUpFormProps {
  report: ReportToFollowUp;
  onDone: () => void;
  onClose: () => void;
}

function FollowUpForm({ report, onDone, onClose }: FollowUpFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const instant = useInstant();
  const form = useForm({ guidance: '' });
  const followUp = useFormCommand(FollowUp, form);
  const guidance = form.field('guidance');

  async function submit() {
    const missing = missingOf(form.values, ['guidance']);
    if (missing.length > 0) {
      followUp.demand(missing);
      return;
    }
    const done = await followUp.submit({ progressReportId: report.id, guidance: form.values.guidance });
    if (!done) return;
    notifications.show({ message: t('control.followedUp') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('control.followUpOf', { name: report.by.name, day: formatDay(report.controlPoint.date, language) })} submitLabel={t('control.followUp')} form={form} command={followUp} onSubmit={() => void submit()} onClose={onClose}>
      <Standing point={report.controlPoint} />
      <Stack component="dl" gap={6} m={0}>
        <Said label={t('control.selfReview')} text={report.selfReview} />
        <Said label={t('control.confidence')} text={t('control.confidenceOf', { level: report.confidence })} />
        {report.difficulties && <Said label={t('control.difficulties')} text={report.difficulties} />}
        {report.supportNeeded && <Said label={t('control.supportNeeded')} text={report.supportNeeded} />}
      </Stack>
      <Text size="xs" c="dimmed">
        {t('control.reportedBy', { name: report.by.name, at: instant(report.at) })}
      </Text>
      <Textarea
        label={t('control.guidance')}
        description={t('control.guidanceHint')}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        data-autofocus
        value={guidance.value}
        error={guidance.error}
        onChange={(event) => guidance.onChange(event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
