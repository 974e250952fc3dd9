import { Button, SimpleGrid, TextInput } from '@mantine/core';
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
import { RemoveDrawer } from './RemoveDrawer';
import { SaveWorkItem, type WorkData, type WorkItemData } from './work';

interface WorkItemDrawerProps {
  objective: WorkData;
  /** Null for a new one. */
  item: WorkItemData | null;
  onDone: () => void;
  onClose: () => void;
}

export function WorkItemDrawer({ objective, item, onDone, onClose }: WorkItemDrawerProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const [removing, setRemoving] = useState(false);
  const form = useForm<{ title: string; ownerId: Choice | null; start: string | null; due: string | null }>({
    title: item?.title ?? '', ownerId: choiceOf(item?.owner ?? objective.owner), start: item?.start ?? null, due: item?.due ?? null,
  });
  const save = useFormCommand(SaveWorkItem, form);
  const { values, field } = form;
  const title = field('title');
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('common.clear') } };

  async function submit() {
    const missing = missingOf(values, ['title', 'ownerId']);
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const done = await save.submit({ id: item?.id, expectedVersion: item?.version, objectiveId: objective.id, title: values.title, ownerId: values.ownerId?.id ?? '', start: values.start, due: values.due });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  if (item && removing) return <RemoveDrawer title={t('work.removeItem')} hint={t('work.removeItemHint')} subject={{ ...item, name: item.title }} onDone={onDone} onClose={onClose} />;
  return (
    <FormDrawer
      title={t(item ? 'work.editItem' : 'work.addItem')}
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
      <TextInput label={t('work.title')} required data-autofocus value={title.value} onChange={(event) => title.onChange(event.currentTarget.value)} error={title.error} />
      <PersonPicker label={t('work.owner')} required {...field('ownerId')} />
      <DayLanguage>
        <SimpleGrid cols={2} spacing="sm">
          <DateInput {...dayProps} {...clear} label={t('work.start')} size="sm" valueFormat="YYYY-MM-DD" {...field('start')} />
          <DateInput {...dayProps} {...clear} label={t('work.due')} size="sm" valueFormat="YYYY-MM-DD" {...field('due')} />
        </SimpleGrid>
      </DayLanguage>
      {item && (
        <div>
          <Button variant="subtle" color="red" c="#a3161a" leftSection={<Icon name="archive" />} onClick={() => setRemoving(true)}>
            {t('work.removeItem')}
          </Button>
        </div>
      )}
    </FormDrawer>
  );
}
