import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../../../api/useForm';
import { Icon } from '../../../components/Icon';

export interface Duty {
  /** None while it is new. */
  id?: string;
  text: string;
}

/** The duties of a unit or a position, one a line. */
export function ResponsibilityEditor({ value, onChange, error }: FieldProps<Duty[]>) {
  const { t } = useTranslation();
  return (
    <Input.Wrapper label={t('units.responsibilities')} labelElement="div" error={error}>
      <Stack gap={6} mt={4}>
        {value.map((duty, index) => (
          <Group key={duty.id ?? `new ${index}`} gap={6} wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              aria-label={t('units.responsibility', { number: index + 1 })}
              value={duty.text}
              onChange={(event) => {
                const text = event.currentTarget.value;
                onChange(value.map((one, i) => (i === index ? { ...one, text } : one)));
              }}
            />
            <ActionIcon variant="subtle" color="gray.7" aria-label={t('units.removeResponsibility', { number: index + 1 })} onClick={() => onChange(value.filter((_, i) => i !== index))}>
              <Icon name="close" size={14} />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button variant="default" size="compact-sm" leftSection={<Icon name="plus" size={14} />} onClick={() => onChange([...value, { text: '' }])}>
            {t('units.addResponsibility')}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
