import { Alert, Button, Divider, MultiSelect, SimpleGrid, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import type { Choice } from '../../../components/RemoteSelect';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { choiceOf } from './choiceOf';
import { PercentField } from './PercentField';
import { RemoveDrawer } from './RemoveDrawer';
import { SaveMilestone, type MilestoneData, type WorkData } from './work';

interface MilestoneDrawerProps {
  objective: WorkData;
  /** Null for a new one. */
  milestone: MilestoneData | null;
  onDone: () => void;
  onClose: () => void;
}

interface Values {
  name: string;
  ownerId: Choice | null;
  start: string | null;
  due: string | null;
  dependsOn: string[];
  percentComplete: number;
  projectName: string;
  managerId: Choice | null;
}

/** A milestone, and with it what its project is called and who leads it. */
export function MilestoneDrawer({ objective, milestone, onDone, onClose }: MilestoneDrawerProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const [removing, setRemoving] = useState(false);
  const { project } = objective;
  const manager = choiceOf(project?.manager ?? objective.owner);
  const projectName = project?.name ?? objective.title;
  const form = useForm<Values>({
    name: milestone?.name ?? '',
    ownerId: choiceOf(milestone?.owner ?? objective.owner),
    start: milestone?.start ?? null,
    due: milestone?.due ?? null,
    dependsOn: [...(milestone?.dependsOn ?? [])],
    percentComplete: milestone?.percentComplete ?? 0,
    projectName,
    managerId: manager,
  });
  const save = useFormCommand(SaveMilestone, form);
  const { values, field } = form;
  const [name, title] = [field('name'), field('projectName')];
  const others = (project?.milestones ?? []).filter((other) => other.id !== milestone?.id);
  const early = others.filter((other) => values.start !== null && values.dependsOn.includes(other.id) && other.due > values.start);

  async function submit() {
    const missing = missingOf(values, ['name', 'ownerId', 'start', 'due']);
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const done = await save.submit({
      id: milestone?.id, expectedVersion: milestone?.version, objectiveId: objective.id, name: values.name, ownerId: values.ownerId?.id ?? '', start: values.start ?? '', due: values.due ?? '', dependsOn: values.dependsOn,
      percentComplete: values.percentComplete,
      ...(values.projectName === projectName ? {} : { projectName: values.projectName }),
      ...(values.managerId?.id === manager.id ? {} : { managerId: values.managerId?.id ?? null }),
    });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  if (milestone && removing) return <RemoveDrawer title={t('work.removeMilestone')} hint={t('work.removeMilestoneHint')} subject={milestone} onDone={onDone} onClose={onClose} />;
  return (
    <FormDrawer
      title={t(milestone ? 'work.editMilestone' : 'work.addMilestone')}
      submitLabel={t('common.save')}
      form={form}
      command={save}
      onReload={() => {
        onDone();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput label={t('work.name')} required data-autofocus value={name.value} onChange={(event) => name.onChange(event.currentTarget.value)} error={name.error} />
      <PersonPicker label={t('work.owner')} required {...field('ownerId')} />
      <DayLanguage>
        <SimpleGrid cols={2} spacing="sm">
          <DateInput {...dayProps} label={t('work.start')} required size="sm" valueFormat="YYYY-MM-DD" {...field('start')} />
          <DateInput {...dayProps} label={t('work.due')} required size="sm" valueFormat="YYYY-MM-DD" {...field('due')} />
        </SimpleGrid>
      </DayLanguage>
      {others.length > 0 && (
        <MultiSelect
          label={t('work.dependsOn')}
          description={t('work.dependsOnHint')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={others.map((other) => ({ value: other.id, label: other.name }))}
          {...field('dependsOn')}
        />
      )}
      {early.length > 0 && (
        <Alert color="yellow" variant="outline" icon={<Icon name="warning" />} py={6}>
          {early.map((other) => (
            <div key={other.id}>{t('work.overlaps', { name: values.name, before: other.name })}</div>
          ))}
        </Alert>
      )}
      <PercentField {...field('percentComplete')} />
      <Divider label={t('work.project')} labelPosition="left" />
      <TextInput label={t('work.projectName')} required value={title.value} onChange={(event) => title.onChange(event.currentTarget.value)} error={title.error} />
      {objective.viewerMayPlanWork && <PersonPicker label={t('work.manager')} required {...field('managerId')} />}
      {milestone && (
        <div>
          <Button variant="subtle" color="red" c="#a3161a" leftSection={<Icon name="archive" />} onClick={() => setRemoving(true)}>
            {t('work.removeMilestone')}
          </Button>
        </div>
      )}
    </FormDrawer>
  );
}
