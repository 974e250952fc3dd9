import { Input, SegmentedControl, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { AssessedPersonQuery, AssessReadiness, figures, type ReadinessData } from './readiness';

interface AssessReadinessDrawerProps {
  personId: string;
  onDone: () => void;
  onClose: () => void;
}

/** Says whether somebody knows enough, of management and of managing himself, to commit. */
export function AssessReadinessDrawer({ personId, ...rest }: AssessReadinessDrawerProps) {
  const [{ data, error }, read] = useQuery({ query: AssessedPersonQuery, variables: { id: personId }, requestPolicy: 'network-only' });
  if (!data?.person) return <PendingDrawer error={error} onRetry={() => read({ requestPolicy: 'network-only' })} onClose={rest.onClose} />;
  return <AssessForm person={data.person} {...rest} />;
}

interface AssessFormProps extends Omit<AssessReadinessDrawerProps, 'personId'> {
  person: { id: string; name: string; readiness: ReadinessData | null };
}

interface Values {
  managementKnowledge: string | null;
  selfManagement: string | null;
  evidence: string;
}

function AssessForm({ person, onDone, onClose }: AssessFormProps) {
  const { t } = useTranslation();
  const before = person.readiness;
  const form = useForm<Values>({ managementKnowledge: before && String(before.managementKnowledge), selfManagement: before && String(before.selfManagement), evidence: '' });
  const assess = useFormCommand(AssessReadiness, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['managementKnowledge', 'selfManagement', 'evidence']);
    if (missing.length > 0) {
      assess.demand(missing);
      return;
    }
    if (!(await assess.submit({ personId: person.id, managementKnowledge: Number(values.managementKnowledge), selfManagement: Number(values.selfManagement), evidence: values.evidence }))) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('readiness.assessTitle')} subject={person.name} submitLabel={t('common.save')} form={form} command={assess} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t('readiness.assessHint')}</Text>
      <Figure label={t('readiness.managementKnowledge')} description={t('readiness.managementKnowledgeHint')} {...field('managementKnowledge')} />
      <Figure label={t('readiness.selfManagement')} description={t('readiness.selfManagementHint')} {...field('selfManagement')} />
      <Textarea label={t('readiness.evidence')} description={t('readiness.evidenceHint')} required autosize minRows={3} maxRows={10} maxLength={4000} value={values.evidence} onChange={(e) => set('evidence', e.currentTarget.value)} error={field('evidence').error} />
    </FormDrawer>
  );
}

interface FigureProps {
  label: string;
  description: string;
  value: string | null;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** 1 to 5. */
function Figure({ label, description, value, onChange, error }: FigureProps) {
  const id = useId();
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }} description={description} required error={error}>
      <SegmentedControl fullWidth mt={4} aria-labelledby={id} data={figures.map(String)} value={value ?? ''} onChange={onChange} />
    </Input.Wrapper>
  );
}
