import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { useWorkspace } from '../../organization/workspace/workspace';
import type { ObjectiveRowData } from '../tree/ObjectiveRow';
import { DraftObjective, ObjectiveToChange, type ObjectiveDetailData } from './ObjectiveDetail';
import { ObjectiveFieldset } from './ObjectiveFieldset';
import { draftOf, proposedUnder, requiredToDraft } from './objectiveValues';

interface DraftDrawerProps {
  cycleId: string;
  /** Null for an objective at the root. */
  parentId: string | null;
  onDone: (row: ObjectiveRowData) => void;
  onClose: () => void;
}

export function DraftDrawer({ cycleId, parentId, onDone, onClose }: DraftDrawerProps) {
  const [{ data, error }, reload] = useQuery({ query: ObjectiveToChange, variables: { id: parentId ?? '' }, pause: parentId === null });
  if (parentId !== null && !data?.objective) {
    return <PendingDrawer error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} onClose={onClose} />;
  }
  return <DraftForm cycleId={cycleId} parent={data?.objective ?? null} onDone={onDone} onClose={onClose} />;
}

interface DraftFormProps {
  cycleId: string;
  parent: ObjectiveDetailData | null;
  onDone: (row: ObjectiveRowData) => void;
  onClose: () => void;
}

function DraftForm({ cycleId, parent, onDone, onClose }: DraftFormProps) {
  const { t } = useTranslation();
  const form = useForm(proposedUnder(parent, useWorkspace()));
  const draft = useFormCommand(DraftObjective, form);

  async function submit() {
    const missing = missingOf(form.values, requiredToDraft);
    if (missing.length > 0) {
      draft.demand(missing);
      return;
    }
    const done = await draft.submit(draftOf(form.values, cycleId, parent?.id ?? null));
    if (done?.objective) {
      notifications.show({ message: t('objective.drafted', { code: done.objective.code }) });
      onDone(done.objective);
      onClose();
    }
  }

  return (
    <FormDrawer
      title={parent ? t('objective.draftUnder') : t('objective.draftRoot')}
      subject={parent ? `${parent.code} ${parent.title}` : undefined}
      submitLabel={t('objective.draft')}
      form={form}
      command={draft}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ObjectiveFieldset cycleId={cycleId} form={form} isNew />
    </FormDrawer>
  );
}
