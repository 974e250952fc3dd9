import { Checkbox, MultiSelect, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import type { CompetencyData } from '../competencies/competencies';
import { CourseChoices, SaveCourse, type CourseData } from './courses';

interface Values {
  code: string;
  title: string;
  provider: string;
  hours: number;
  competencyId: string | null;
  reachesLevel: number;
  prerequisites: { id: string; title: string }[];
  mboBasics: boolean;
}

interface CourseDrawerProps {
  /** Null for a new one. */
  course: CourseData | null;
  competencies: readonly CompetencyData[];
  onDone: () => void;
  onClose: () => void;
}

export function CourseDrawer({ course, competencies, onDone, onClose }: CourseDrawerProps) {
  const { t } = useTranslation();
  const form = useForm<Values>(
    course
      ? { code: course.code, title: course.title, provider: course.provider, hours: course.hours, competencyId: course.competency.id, reachesLevel: course.reachesLevel, prerequisites: course.prerequisites, mboBasics: course.mboBasics }
      : { code: '', title: '', provider: '', hours: 8, competencyId: null, reachesLevel: 1, prerequisites: [], mboBasics: false },
  );
  const save = useFormCommand(SaveCourse, form);
  const { values, set, field } = form;
  const levels = competencies.find((one) => one.id === values.competencyId)?.levels ?? [];
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 200);
  const [{ data, fetching }] = useQuery({ query: CourseChoices, variables: { text: settled === '' ? null : settled } });
  const found = (data?.courses.nodes ?? []).filter((one) => one.id !== course?.id && !values.prerequisites.some((chosen) => chosen.id === one.id));
  const known = [...values.prerequisites, ...found];

  async function submit() {
    const missing = missingOf(values, ['title', 'code', 'provider', 'competencyId']);
    const { competencyId, prerequisites, ...rest } = values;
    if (missing.length > 0 || competencyId === null) {
      save.demand(missing);
      return;
    }
    if (!(await save.submit({ id: course?.id, ...rest, competencyId, prerequisiteIds: prerequisites.map((one) => one.id) }))) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t(course ? 'courses.edit' : 'courses.add')} subject={course?.title} submitLabel={t('common.save')} form={form} command={save} onSubmit={() => void submit()} onClose={onClose}>
      <TextInput label={t('courses.name')} required data-autofocus maxLength={200} value={values.title} onChange={(e) => set('title', e.currentTarget.value)} error={field('title').error} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('courses.code')} required maxLength={32} value={values.code} onChange={(e) => set('code', e.currentTarget.value)} error={field('code').error} />
        <NumberInput label={t('courses.hours')} required min={1} max={10000} allowDecimal={false} value={values.hours} onChange={(value) => set('hours', typeof value === 'number' ? value : 0)} error={field('hours').error} />
      </SimpleGrid>
      <TextInput label={t('courses.provider')} required maxLength={200} value={values.provider} onChange={(e) => set('provider', e.currentTarget.value)} error={field('provider').error} />
      <Select
        label={t('courses.competency')}
        required
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('common.nothingFound')}
        data={competencies.map((one) => ({ value: one.id, label: one.name }))}
        value={values.competencyId}
        onChange={(value) => set('competencyId', value)}
        error={field('competencyId').error}
      />
      <Select
        label={t('courses.reaches')}
        required
        allowDeselect={false}
        data={levels.map((name, i) => ({ value: String(i + 1), label: `${i + 1} ${name}` }))}
        value={String(values.reachesLevel)}
        onChange={(value) => set('reachesLevel', Number(value))}
        error={field('reachesLevel').error}
      />
      <MultiSelect
        label={t('courses.after')}
        description={t('courses.afterHint')}
        data={known.map((one) => ({ value: one.id, label: one.title }))}
        value={values.prerequisites.map((one) => one.id)}
        onChange={(ids) => set('prerequisites', ids.flatMap((id) => known.find((one) => one.id === id) ?? []))}
        searchable
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
        hidePickedOptions
        nothingFoundMessage={fetching ? t('common.loading') : t('common.nothingFound')}
        error={field('prerequisites').error}
      />
      <Checkbox label={t('courses.basicsOf')} checked={values.mboBasics} onChange={(e) => set('mboBasics', e.currentTarget.checked)} />
    </FormDrawer>
  );
}
