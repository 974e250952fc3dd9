import { NumberInput, Select, SimpleGrid } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { SetCyclePolicy, type CycleData } from './cycle';
import { countThresholds, decimalThresholds, policyActions } from './policyFields';

type Policy = CycleData['policy'];
type Values = { [K in (typeof decimalThresholds)[number]]: string | null } & Pick<Policy, (typeof countThresholds)[number] | 'unacknowledgedBriefing'>;

interface PolicyDrawerProps {
  cycle: CycleData;
  onDone: () => void;
  onClose: () => void;
}

export function PolicyDrawer({ cycle, onDone, onClose }: PolicyDrawerProps) {
  const { t } = useTranslation();
  const form = useForm<Values>(cycle.policy);
  const save = useFormCommand(SetCyclePolicy, form);
  const { values, set, field } = form;

  async function submit() {
    const changed = Object.fromEntries(
      (['unacknowledgedBriefing', ...decimalThresholds, ...countThresholds] as const).filter((name) => values[name] !== cycle.policy[name]).map((name) => [name, values[name]]),
    );
    const done = await save.submit({ cycleId: cycle.id, expectedVersion: cycle.version, ...changed });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t('cycles.policy')}
      subject={cycle.name}
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
      <Select
        label={t('cycles.thresholds.unacknowledgedBriefing')}
        allowDeselect={false}
        data={policyActions.map((action) => ({ value: action, label: t(`enums.PolicyAction.${action}`) }))}
        value={values.unacknowledgedBriefing}
        onChange={(value) => set('unacknowledgedBriefing', policyActions.find((action) => action === value) ?? values.unacknowledgedBriefing)}
        error={field('unacknowledgedBriefing').error}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" style={{ alignItems: 'end' }}>
        {decimalThresholds.map((name) => (
          <DecimalField key={name} label={t(`cycles.thresholds.${name}`)} {...field(name)} />
        ))}
        {countThresholds.map((name) => (
          <NumberInput
            key={name}
            size="sm"
            label={t(`cycles.thresholds.${name}`)}
            allowDecimal={false}
            allowNegative={false}
            value={values[name]}
            onChange={(value) => set(name, typeof value === 'number' ? value : 0)}
            error={field(name).error}
          />
        ))}
      </SimpleGrid>
    </FormDrawer>
  );
}
