import { Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../api/graphql';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { UserErrorFields } from '../../../api/userErrors';
import { FormDrawer } from '../../../components/FormDrawer';

const SetSettingApproach = graphql(
  `
    mutation SetSettingApproach($input: SetSettingApproachInput!) {
      setSettingApproach(input: $input) {
        cycle {
          id
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

const approaches = ['TOP_DOWN', 'BOTTOM_UP', 'BOTH'] as const;
export type Approach = (typeof approaches)[number];

interface ApproachDrawerProps {
  cycleId: string;
  unit: { id: string; name: string };
  approach: Approach;
  onDone: () => void;
  onClose: () => void;
}

/** States from which end a unit, and those below it, set their objectives (S6.7). */
export function ApproachDrawer({ cycleId, unit, approach, onDone, onClose }: ApproachDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ approach });
  const set = useFormCommand(SetSettingApproach, form);
  const chosen = form.field('approach');

  async function submit() {
    if (!(await set.submit({ cycleId, unitId: unit.id, approach: chosen.value }))) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('setting.changeApproach')} subject={unit.name} submitLabel={t('common.save')} form={form} command={set} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t('setting.approachHint')}</Text>
      <Radio.Group
        label={t('setting.approachOf')}
        value={chosen.value}
        onChange={(value) => chosen.onChange(approaches.find((one) => one === value) ?? chosen.value)}
        error={chosen.error}
      >
        <Stack gap="sm" mt="xs">
          {approaches.map((one) => (
            <Radio key={one} value={one} label={t(`enums.SettingApproach.${one}`)} description={t(`setting.approachMeans.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </FormDrawer>
  );
}
