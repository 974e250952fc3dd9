import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { PercentField } from '../../planning/work/PercentField';
import type { CaseData } from '../cases/cases';
import { FileImprovementReport } from './following';

interface ReportDrawerProps {
  known: CaseData;
  onDone: () => void;
  onClose: () => void;
}

const asked = ['done', 'effect', 'next'] as const;

/** The responsible person tells what was done, what it did and what comes next. */
export function ReportDrawer({ known, onDone, onClose }: ReportDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ done: '', effect: '', next: '', percentComplete: known.reports[0]?.percentComplete ?? 0 });
  const file = useFormCommand(FileImprovementReport, form);

  async function submit() {
    const missing = missingOf(form.values, asked);
    if (missing.length > 0) {
      file.demand(missing);
      return;
    }
    if (!(await file.submit({ caseId: known.id, ...form.values }))) return;
    notifications.show({ message: t('improvement.reported') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('improvement.steps.REPORT')} subject={known.decision?.chosen.title} submitLabel={t('improvement.steps.REPORT')} form={form} command={file} onSubmit={() => void submit()} onClose={onClose}>
      {asked.map((name, index) => {
        const field = form.field(name);
        return (
          <Textarea
            key={name}
            label={t(`improvement.asked.${name}`)}
            required
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4000}
            data-autofocus={index === 0 || undefined}
            value={field.value}
            error={field.error}
            onChange={(event) => field.onChange(event.currentTarget.value)}
          />
        );
      })}
      <PercentField {...form.field('percentComplete')} />
      <Text size="xs" c="dimmed">
        {t('improvement.doneHint')}
      </Text>
    </FormDrawer>
  );
}
