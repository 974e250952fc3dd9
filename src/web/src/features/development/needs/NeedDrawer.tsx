import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import { CompetenciesQuery, levelText, type CompetencyData } from '../competencies/competencies';
import { RequireCompetencies, type NeedsData } from './needs';

interface NeedDrawerProps {
  objective: NeedsData;
  onDone: () => void;
  onClose: () => void;
}

interface Row {
  key: number;
  competencyId: string | null;
  level: number | null;
}

/** Says what an objective needs; the list takes the place of the one before. */
export function NeedDrawer({ objective, onDone, onClose }: NeedDrawerProps) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: CompetenciesQuery });
  const form = useForm<{ requirements: Row[] }>({ requirements: objective.competencyRequirements.map((need, key) => ({ key, competencyId: need.competency.id, level: need.level })) });
  const require = useFormCommand(RequireCompetencies, form);
  const [next, setNext] = useState(objective.competencyRequirements.length);
  const { value: rows, onChange, error } = form.field('requirements');

  async function submit() {
    const requirements = rows.flatMap(({ competencyId, level }) => (competencyId && level ? [{ competencyId, level }] : []));
    if (requirements.length < rows.length) {
      require.demand(['requirements'], t('competencies.incomplete'));
      return;
    }
    if (!(await require.submit({ objectiveId: objective.id, requirements }))) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('competencies.require')} submitLabel={t('common.save')} form={form} command={require} onSubmit={() => void submit()} onClose={onClose}>
      <Text size="sm">{t('competencies.requireHint')}</Text>
      <Stack gap="xs">
        {rows.map((row, at) => (
          <NeedRow
            key={row.key}
            row={row}
            number={at + 1}
            competencies={data?.competencies ?? []}
            taken={rows.map((one) => one.competencyId)}
            onChange={(changes) => onChange(rows.map((one) => (one.key === row.key ? { ...one, ...changes } : one)))}
            onRemove={() => onChange(rows.filter((one) => one.key !== row.key))}
          />
        ))}
      </Stack>
      {error && (
        <Text size="sm" c="red.9" role="alert" data-form-errors tabIndex={-1}>
          {error}
        </Text>
      )}
      <Group>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => {
            onChange([...rows, { key: next, competencyId: null, level: null }]);
            setNext(next + 1);
          }}
        >
          {t('competencies.addNeed')}
        </Button>
      </Group>
    </FormDrawer>
  );
}

interface NeedRowProps {
  row: Row;
  number: number;
  competencies: readonly CompetencyData[];
  /** By the other rows. */
  taken: readonly (string | null)[];
  onChange: (changes: Partial<Row>) => void;
  onRemove: () => void;
}

function NeedRow({ row, number, competencies, taken, onChange, onRemove }: NeedRowProps) {
  const { t } = useTranslation();
  const levels = competencies.find((one) => one.id === row.competencyId)?.levels;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Select
        style={{ flex: '3 1 0' }}
        aria-label={t('competencies.needOf', { number })}
        placeholder={t('competencies.competency')}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('common.nothingFound')}
        data={competencies.filter((one) => one.id === row.competencyId || !taken.includes(one.id)).map((one) => ({ value: one.id, label: one.name }))}
        value={row.competencyId}
        onChange={(competencyId) => onChange({ competencyId, level: null })}
      />
      <Select
        style={{ flex: '2 1 0' }}
        aria-label={t('competencies.needLevelOf', { number })}
        placeholder={t('competencies.level')}
        allowDeselect={false}
        disabled={!levels}
        data={levels?.map((_, i) => ({ value: String(i + 1), label: levelText(levels, i + 1) })) ?? []}
        value={row.level === null ? null : String(row.level)}
        onChange={(value) => onChange({ level: value === null ? null : Number(value) })}
      />
      <ActionIcon variant="subtle" color="gray.7" mt={4} aria-label={t('competencies.removeNeed', { number })} onClick={onRemove}>
        <Icon name="close" size={14} />
      </ActionIcon>
    </Group>
  );
}
