import { Select, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { AssessCompetency, CompetenciesQuery, levelText, type CompetencySource } from './competencies';

interface AssessDrawerProps {
  person: { id: string; name: string };
  /** In which ways the viewer may, the usual one first. */
  sources: readonly CompetencySource[];
  /** The one that it is about, where that is known. */
  competencyId?: string;
  /** The level in force. */
  level?: number;
  onDone: () => void;
  onClose: () => void;
}

interface Values {
  competencyId: string | null;
  source: CompetencySource;
  level: number | null;
  evidence: string;
}

/** Says at which level of a competency somebody is, and by what one knows it. */
export function AssessDrawer({ person, sources, competencyId, level, onDone, onClose }: AssessDrawerProps) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: CompetenciesQuery });
  const competencies = data?.competencies ?? [];
  const form = useForm<Values>({ competencyId: competencyId ?? null, source: sources[0] ?? 'SELF', level: level ?? null, evidence: '' });
  const assess = useFormCommand(AssessCompetency, form);
  const { values, set, field } = form;
  const levels = competencies.find((one) => one.id === values.competencyId)?.levels;
  const needsEvidence = values.source !== 'SELF';

  async function submit() {
    const missing = missingOf(values, needsEvidence ? ['competencyId', 'level', 'evidence'] : ['competencyId', 'level']);
    if (missing.length > 0 || !values.competencyId || values.level === null) {
      assess.demand(missing);
      return;
    }
    const evidence = values.evidence.trim() === '' ? null : values.evidence;
    if (!(await assess.submit({ personId: person.id, competencyId: values.competencyId, source: values.source, level: values.level, evidence }))) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t('competencies.assessTitle')} subject={person.name} submitLabel={t('common.save')} form={form} command={assess} onSubmit={() => void submit()} onClose={onClose}>
      <Select
        label={t('competencies.competency')}
        required
        searchable
        allowDeselect={false}
        data-autofocus={competencyId === undefined ? true : undefined}
        nothingFoundMessage={t('common.nothingFound')}
        data={competencies.map((one) => ({ value: one.id, label: one.name }))}
        value={values.competencyId}
        onChange={(value) => {
          set('competencyId', value);
          set('level', null);
        }}
        error={field('competencyId').error}
      />
      {sources.length > 1 && (
        <Select
          label={t('competencies.by')}
          allowDeselect={false}
          data={sources.map((source) => ({ value: source, label: t(`competencies.sources.${source}`) }))}
          value={values.source}
          onChange={(value) => set('source', sources.find((source) => source === value) ?? values.source)}
          error={field('source').error}
        />
      )}
      <Select
        label={t('competencies.level')}
        required
        allowDeselect={false}
        disabled={!levels}
        data-autofocus={competencyId === undefined ? undefined : true}
        data={levels && [{ value: '0', label: t('competencies.none') }, ...levels.map((_, i) => ({ value: String(i + 1), label: levelText(levels, i + 1) }))]}
        value={values.level === null ? null : String(values.level)}
        onChange={(value) => set('level', value === null ? null : Number(value))}
        error={field('level').error}
      />
      <Textarea label={t('competencies.evidence')} description={t('competencies.evidenceHint')} required={needsEvidence} autosize minRows={2} maxRows={10} maxLength={4000} value={values.evidence} onChange={(e) => set('evidence', e.currentTarget.value)} error={field('evidence').error} />
      {values.source === 'SELF' && (
        <Text size="xs" c="dimmed">
          {t('competencies.selfHint')}
        </Text>
      )}
    </FormDrawer>
  );
}
