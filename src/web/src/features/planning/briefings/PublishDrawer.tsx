import { ActionIcon, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import type { Choice } from '../../../components/RemoteSelect';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { ObjectivePicker } from '../pickers';
import { briefingKinds, PublishBriefing, type BriefingKind } from './briefings';

interface PublishDrawerProps {
  cycleId: string;
  unitId: string | null;
  onDone: () => void;
  onClose: () => void;
}

export function PublishDrawer({ cycleId, unitId, onDone, onClose }: PublishDrawerProps) {
  const { t } = useTranslation();
  const { may, ledUnitIds, organization } = useWorkspace();
  const everywhere = may('publishEverywhere');
  const without = useMemo(() => new Set(everywhere ? [] : organization.units.filter((unit) => !ledUnitIds.has(unit.id)).map((unit) => unit.id)), [everywhere, organization.units, ledUnitIds]);
  const start = unitId && !without.has(unitId) ? unitId : everywhere ? (organization.root?.id ?? null) : ([...ledUnitIds][0] ?? null);
  const form = useForm<{ unitId: string | null; kind: BriefingKind | null; title: string; body: string; objectiveIds: Choice[] }>({ unitId: start, kind: null, title: '', body: '', objectiveIds: [] });
  const publish = useFormCommand(PublishBriefing, form);
  const { values, field, set } = form;
  const isPublication = values.kind === 'OBJECTIVE_PUBLICATION';

  async function submit() {
    const missing = [...missingOf(values, ['unitId', 'kind', 'title', 'body']), ...(isPublication && values.objectiveIds.length === 0 ? ['objectiveIds'] : [])];
    if (missing.length > 0 || !values.unitId || !values.kind) {
      publish.demand(missing);
      return;
    }
    const done = await publish.submit({ cycleId, unitId: values.unitId, kind: values.kind, title: values.title, body: values.body, objectiveIds: isPublication ? values.objectiveIds.map((one) => one.id) : null });
    if (!done) return;
    notifications.show({ message: t('briefings.published') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('briefings.publish')} submitLabel={t('briefings.publish')} form={form} command={publish} onSubmit={() => void submit()} onClose={onClose}>
      <Select
        label={t('briefings.kind')}
        required
        data-autofocus
        data={briefingKinds.map((kind) => ({ value: kind, label: t(`enums.BriefingKind.${kind}`) }))}
        value={values.kind}
        onChange={(kind) => set('kind', kind)}
        error={field('kind').error}
      />
      <UnitPicker label={t('briefings.unit')} required without={without} value={values.unitId} onChange={(id) => set('unitId', id)} error={field('unitId').error} />
      <TextInput label={t('briefings.name')} required maxLength={200} value={values.title} onChange={(event) => set('title', event.currentTarget.value)} error={field('title').error} />
      <Textarea label={t('briefings.body')} required autosize minRows={6} maxRows={20} value={values.body} onChange={(event) => set('body', event.currentTarget.value)} error={field('body').error} />
      {isPublication && (
        <Stack gap={6}>
          <ObjectivePicker
            cycleId={cycleId}
            label={t('briefings.objectives')}
            placeholder={t('briefings.addObjective')}
            value={null}
            onChange={(choice) => {
              if (choice && !values.objectiveIds.some((one) => one.id === choice.id)) set('objectiveIds', [...values.objectiveIds, choice]);
            }}
            error={field('objectiveIds').error}
          />
          {values.objectiveIds.map((choice) => (
            <Group key={choice.id} gap={6} wrap="nowrap" justify="space-between">
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {choice.label}
              </Text>
              <ActionIcon variant="subtle" color="gray.7" aria-label={t('briefings.removeObjective', { title: choice.label })} onClick={() => set('objectiveIds', values.objectiveIds.filter((one) => one.id !== choice.id))}>
                <Icon name="close" size={13} />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      )}
    </FormDrawer>
  );
}
