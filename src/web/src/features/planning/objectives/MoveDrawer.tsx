import { Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import type { Choice } from '../../../components/RemoteSelect';
import { ObjectivePicker } from '../pickers';
import type { ObjectiveRowData } from '../tree/ObjectiveRow';
import { MoveObjective } from './ObjectiveDetail';

interface MoveDrawerProps {
  cycleId: string;
  objective: { id: string; version: number; code: string; title: string };
  onDone: (row: ObjectiveRowData) => void;
  onReload: () => void;
  onClose: () => void;
}

/** Puts an objective, with all below it, under another parent or at the root. */
export function MoveDrawer({ cycleId, objective, onDone, onReload, onClose }: MoveDrawerProps) {
  const { t } = useTranslation();
  const form = useForm<{ newParentId: Choice | null; toRoot: boolean }>({ newParentId: null, toRoot: false });
  const move = useFormCommand(MoveObjective, form);
  const { newParentId, toRoot } = form.values;

  async function submit() {
    if (!toRoot && !newParentId) {
      move.demand(['newParentId'], t('objective.chooseParent'));
      return;
    }
    const done = await move.submit({ id: objective.id, expectedVersion: objective.version, newParentId: toRoot ? null : (newParentId?.id ?? null) });
    if (done?.objective) {
      notifications.show({ message: t('objective.moved') });
      onDone(done.objective);
      onClose();
    }
  }

  return (
    <FormDrawer
      title={t('objective.move')}
      subject={`${objective.code} ${objective.title}`}
      submitLabel={t('objective.moveHere')}
      form={form}
      command={move}
      onReload={() => {
        onReload();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {!toRoot && <ObjectivePicker cycleId={cycleId} label={t('objective.newParent')} description={t('objective.newParentHint')} placeholder={t('objective.searchObjective')} {...form.field('newParentId')} />}
      <Checkbox label={t('objective.toRoot')} checked={toRoot} onChange={(event) => form.set('toRoot', event.currentTarget.checked)} />
    </FormDrawer>
  );
}
