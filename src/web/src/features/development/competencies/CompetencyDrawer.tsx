import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm, type FieldProps } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import { SaveCompetency, type CompetencyData } from './competencies';

interface CompetencyDrawerProps {
  /** Null for a new one. */
  competency: CompetencyData | null;
  onDone: () => void;
  onClose: () => void;
}

export function CompetencyDrawer({ competency, onDone, onClose }: CompetencyDrawerProps) {
  const { t } = useTranslation();
  const form = useForm({ name: competency?.name ?? '', code: competency?.code ?? '', levels: [...(competency?.levels ?? ['', '', ''])] });
  const save = useFormCommand(SaveCompetency, form);
  const { values, set, field } = form;

  async function submit() {
    const levels = values.levels.filter((level) => level.trim() !== '');
    const missing = [...missingOf(values, ['name', 'code']), ...(levels.length === 0 ? ['levels'] : [])];
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    if (!(await save.submit({ id: competency?.id, code: values.code, name: values.name, levels }))) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t(competency ? 'competencies.edit' : 'competencies.add')} subject={competency?.name} submitLabel={t('common.save')} form={form} command={save} onSubmit={() => void submit()} onClose={onClose}>
      <TextInput label={t('competencies.name')} required data-autofocus maxLength={200} value={values.name} onChange={(e) => set('name', e.currentTarget.value)} error={field('name').error} />
      <TextInput label={t('competencies.code')} required maxLength={32} value={values.code} onChange={(e) => set('code', e.currentTarget.value)} error={field('code').error} />
      <LevelEditor {...field('levels')} />
    </FormDrawer>
  );
}

const mostLevels = 10;

/** The levels from the lowest up, one a line. */
function LevelEditor({ value, onChange, error }: FieldProps<string[]>) {
  const { t } = useTranslation();
  return (
    <Input.Wrapper label={t('competencies.levels')} labelElement="div" description={t('competencies.levelsHint')} required error={error}>
      <Stack gap={6} mt={4}>
        {value.map((level, index) => (
          <Group key={index} gap={6} wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              leftSection={<span className="number">{index + 1}</span>}
              aria-label={t('competencies.levelOf', { number: index + 1 })}
              maxLength={200}
              value={level}
              onChange={(event) => {
                const text = event.currentTarget.value;
                onChange(value.map((one, i) => (i === index ? text : one)));
              }}
            />
            <ActionIcon variant="subtle" color="gray.7" aria-label={t('competencies.removeLevel', { number: index + 1 })} onClick={() => onChange(value.filter((_, i) => i !== index))}>
              <Icon name="close" size={14} />
            </ActionIcon>
          </Group>
        ))}
        {value.length < mostLevels && (
          <Group>
            <Button variant="default" size="compact-sm" leftSection={<Icon name="plus" size={14} />} onClick={() => onChange([...value, ''])}>
              {t('competencies.addLevel')}
            </Button>
          </Group>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
