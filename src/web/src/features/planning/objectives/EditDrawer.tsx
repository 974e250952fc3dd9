import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { describeFailure } from '../../../api/failures';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { PendingDrawer } from '../../../components/PendingDrawer';
import type { ObjectiveRowData } from '../tree/ObjectiveRow';
import { EditObjective, ObjectiveToChange, type ObjectiveDetailData } from './ObjectiveDetail';
import { ObjectiveFieldset } from './ObjectiveFieldset';
import { editOf, valuesOf } from './objectiveValues';

interface EditDrawerProps {
  id: string;
  /** Another target, tried out before. */
  target?: string;
  onDone: (row: ObjectiveRowData) => void;
  onClose: () => void;
}

export function EditDrawer({ id, target, onDone, onClose }: EditDrawerProps) {
  const [fresh, setFresh] = useState<ObjectiveDetailData | null>(null);
  const [{ data, error, stale, fetching }, reload] = useQuery({ query: ObjectiveToChange, variables: { id }, requestPolicy: 'network-only' });
  // What is being edited must not change under the hands: the first fresh answer counts.
  if (!fresh && data?.objective && !stale && !fetching) setFresh(data.objective);
  if (!fresh) return <PendingDrawer error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} onClose={onClose} />;
  return <EditForm objective={fresh} target={target} onDone={onDone} onClose={onClose} />;
}

interface EditFormProps {
  objective: ObjectiveDetailData;
  target?: string;
  onDone: (row: ObjectiveRowData) => void;
  onClose: () => void;
}

function EditForm({ objective, target, onDone, onClose }: EditFormProps) {
  const { t } = useTranslation();
  const client = useClient();
  const [base, setBase] = useState(objective);
  const form = useForm(valuesOf(base), target === undefined ? {} : { target });
  const edit = useFormCommand(EditObjective, form);

  async function submit() {
    const done = await edit.submit(editOf(valuesOf(base), form.values, base.id, base.version));
    if (done?.objective) {
      notifications.show({ message: t('common.saved') });
      onDone(done.objective);
      onClose();
    }
  }

  async function readAgain() {
    const { data, error } = await client.query(ObjectiveToChange, { id: base.id }, { requestPolicy: 'network-only' });
    if (!data?.objective) {
      form.fail(error ? describeFailure(error, t) : t('objective.gone'));
      return;
    }
    setBase(data.objective);
    form.reset(valuesOf(data.objective));
  }

  return (
    <FormDrawer
      title={t('objective.edit')}
      subject={`${base.code} ${base.title}`}
      submitLabel={t('common.save')}
      form={form}
      command={edit}
      onReload={() => void readAgain()}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ObjectiveFieldset cycleId={base.cycle.id} form={form} isNew={false} />
    </FormDrawer>
  );
}
