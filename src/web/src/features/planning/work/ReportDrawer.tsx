import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { PercentField } from './PercentField';
import { ReportMilestone, type MilestoneData } from './work';

interface ReportDrawerProps {
  milestone: MilestoneData;
  onDone: () => void;
  onClose: () => void;
}

/** How far a milestone is, said by its owner. */
export function ReportDrawer({ milestone, onDone, onClose }: ReportDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ percentComplete: milestone.percentComplete });
  const report = useFormCommand(ReportMilestone, form);

  async function submit() {
    const done = await report.submit({ milestoneId: milestone.id, expectedVersion: milestone.version, percentComplete: form.values.percentComplete });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t('work.report')}
      subject={milestone.name}
      submitLabel={t('common.save')}
      form={form}
      command={report}
      onReload={() => {
        onDone();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <PercentField {...form.field('percentComplete')} />
    </FormDrawer>
  );
}
