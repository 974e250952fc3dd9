import { Checkbox, Radio, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import type { Choice } from '../../../components/RemoteSelect';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { UnitsPicker } from '../../organization/pickers/UnitsPicker';
import { RouteDeviation, routes, type DeviationData, type DeviationRoute } from './deviations';

interface RouteDrawerProps {
  deviation: DeviationData;
  onDone: () => void;
  onReload: () => void;
  onClose: () => void;
}

interface Values {
  route: DeviationRoute;
  externalCause: boolean;
  unitIds: string[];
  supervisorId: Choice | null;
  note: string;
}

/** A superior decides how a deviation is handled. */
export function RouteDrawer({ deviation, onDone, onReload, onClose }: RouteDrawerProps) {
  const { t } = useTranslation();
  const form = useForm<Values>({ route: deviation.route, externalCause: deviation.externalCause, unitIds: deviation.coordinatedUnits.map((unit) => unit.id), supervisorId: null, note: '' });
  const decide = useFormCommand(RouteDeviation, form);
  const { route, externalCause, unitIds, supervisorId, note } = form.values;

  async function submit() {
    const done = await decide.submit({
      deviationId: deviation.id,
      expectedVersion: deviation.version,
      route,
      externalCause,
      unitIds: route === 'COORDINATE' && unitIds.length > 0 ? unitIds : null,
      supervisorId: supervisorId?.id ?? null,
      note: note.trim() || null,
    });
    if (!done) return;
    notifications.show({ message: t('deviations.routed') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t('deviations.doRoute')}
      subject={`${deviation.objective.code} ${deviation.objective.title}`}
      submitLabel={t('deviations.doRoute')}
      form={form}
      command={decide}
      onReload={() => {
        onReload();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Radio.Group label={t('deviations.route')} required value={route} onChange={(value) => form.set('route', value)} error={form.field('route').error}>
        <Stack gap="xs" mt={6}>
          {routes.map((one) => (
            <Radio key={one} value={one} label={t(`enums.DeviationRoute.${one}`)} description={t(`deviations.ways.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        label={t('deviations.external')}
        description={t('deviations.externalHint')}
        checked={externalCause}
        error={form.field('externalCause').error}
        onChange={(event) => form.set('externalCause', event.currentTarget.checked)}
      />
      {route === 'COORDINATE' && <UnitsPicker label={t('deviations.units')} description={t('deviations.unitsHint')} {...form.field('unitIds')} />}
      {(route === 'COORDINATE' || route === 'SETTLE_TOGETHER') && (
        <PersonPicker label={t('deviations.supervisorField')} description={t('deviations.supervisorHint')} {...form.field('supervisorId')} />
      )}
      <Textarea
        label={t('deviations.note')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={note}
        error={form.field('note').error}
        onChange={(event) => form.set('note', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}
