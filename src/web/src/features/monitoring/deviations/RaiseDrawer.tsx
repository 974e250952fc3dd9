import { Checkbox, Select, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { RaiseDeviation, type DeviationKind } from './deviations';

const kinds: readonly DeviationKind[] = ['DIFFICULTY', 'LAG'];

interface RaiseDrawerProps {
  objectiveId: string;
  onDone: () => void;
  onClose: () => void;
}

/** Tells of what stands in an objective's way, whether or not the figures show it yet. */
export function RaiseDrawer({ objectiveId, onDone, onClose }: RaiseDrawerProps) {
  const { t } = useTranslation();
  const form = useForm<{ kind: DeviationKind; description: string; externalCause: boolean }>({ kind: 'DIFFICULTY', description: '', externalCause: false });
  const raise = useFormCommand(RaiseDeviation, form);
  const { kind, description, externalCause } = form.values;

  async function submit() {
    const missing = missingOf(form.values, ['description']);
    if (missing.length > 0) {
      raise.demand(missing);
      return;
    }
    if (!(await raise.submit({ objectiveId, kind, description, externalCause }))) return;
    notifications.show({ message: t('deviations.raised') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('deviations.raise')} submitLabel={t('deviations.raise')} form={form} command={raise} onSubmit={() => void submit()} onClose={onClose}>
      <Select
        label={t('deviations.kind')}
        required
        allowDeselect={false}
        data={kinds.map((one) => ({ value: one, label: t(`enums.DeviationKind.${one}`) }))}
        value={kind}
        error={form.field('kind').error}
        onChange={(value) => value && form.set('kind', value)}
      />
      <Textarea
        label={t('deviations.description')}
        description={t('deviations.descriptionHint')}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        data-autofocus
        value={description}
        error={form.field('description').error}
        onChange={(event) => form.set('description', event.currentTarget.value)}
      />
      <Checkbox label={t('deviations.external')} description={t('deviations.externalHint')} checked={externalCause} onChange={(event) => form.set('externalCause', event.currentTarget.checked)} />
    </FormDrawer>
  );
}
