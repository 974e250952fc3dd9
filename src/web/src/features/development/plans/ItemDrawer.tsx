import { Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import { RemoteSelect, type Choice } from '../../../components/RemoteSelect';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { choiceOfPerson } from '../../organization/pickers/people';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { CompetenciesQuery, levelText } from '../competencies/competencies';
import { CourseChoices } from '../courses/courses';
import { itemKinds, OwnedChoices, SaveItem, type ItemData, type ItemKind } from './plans';

interface ItemDrawerProps {
  person: { id: string; name: string };
  cycleId: string;
  /** Null for a new one. */
  item: ItemData | null;
  onDone: () => void;
  onClose: () => void;
}

interface Values {
  kind: ItemKind;
  title: string;
  courseId: Choice | null;
  coachId: Choice | null;
  competencyId: string | null;
  targetLevel: number | null;
  forObjectiveId: string | null;
  due: string | null;
}

/** Something that is to bring somebody to a level: a course, a coach, or work at which he learns. */
export function ItemDrawer({ person, cycleId, item, onDone, onClose }: ItemDrawerProps) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const { today } = useWorkspace();
  const [{ data: known }] = useQuery({ query: CompetenciesQuery });
  const [{ data: owned }] = useQuery({ query: OwnedChoices, variables: { cycleId, ownerId: person.id } });
  const form = useForm<Values>(
    item
      ? {
          kind: item.kind, title: item.title, courseId: item.course && { id: item.course.id, label: `${item.course.title} (${item.course.code})` }, coachId: item.coach && choiceOfPerson(item.coach), competencyId: item.competency.id,
          targetLevel: item.targetLevel, forObjectiveId: item.forObjective?.id ?? null, due: item.due,
        }
      : { kind: 'COURSE', title: '', courseId: null, coachId: null, competencyId: null, targetLevel: null, forObjectiveId: null, due: null },
  );
  const save = useFormCommand(SaveItem, form);
  const { values, set, field } = form;
  const competencies = known?.competencies ?? [];
  const levels = competencies.find((one) => one.id === values.competencyId)?.levels;
  const objectives = owned?.objectives.nodes ?? (item?.forObjective ? [item.forObjective] : []);

  async function submit() {
    const missing = missingOf(values, ['title', 'competencyId', 'targetLevel', 'due', ...(values.kind === 'COURSE' ? (['courseId'] as const) : values.kind === 'COACHING' ? (['coachId'] as const) : [])]);
    if (missing.length > 0 || !values.competencyId || values.targetLevel === null || !values.due) {
      save.demand(missing);
      return;
    }
    const done = await save.submit({
      id: item?.id, personId: person.id, cycleId, kind: values.kind, title: values.title, competencyId: values.competencyId, targetLevel: values.targetLevel, due: values.due, forObjectiveId: values.forObjectiveId,
      courseId: values.kind === 'COURSE' ? (values.courseId?.id ?? null) : null,
      coachId: values.kind === 'COACHING' ? (values.coachId?.id ?? null) : null,
    });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t(item ? 'development.editItem' : 'development.add')} subject={person.name} submitLabel={t('common.save')} form={form} command={save} onSubmit={() => void submit()} onClose={onClose}>
      <Select
        label={t('development.kind')}
        allowDeselect={false}
        data-autofocus
        data={itemKinds.map((kind) => ({ value: kind, label: t(`development.kinds.${kind}`) }))}
        value={values.kind}
        onChange={(value) => set('kind', itemKinds.find((kind) => kind === value) ?? values.kind)}
        error={field('kind').error}
      />
      {values.kind === 'COURSE' && (
        <CoursePicker
          value={values.courseId}
          error={field('courseId').error}
          onChange={(choice, course) => {
            set('courseId', choice);
            if (!course) return;
            set('title', course.title);
            set('competencyId', course.competency.id);
            set('targetLevel', course.reachesLevel);
          }}
        />
      )}
      {values.kind === 'COACHING' && <PersonPicker label={t('development.coach')} required {...field('coachId')} />}
      <TextInput label={t('development.name')} required maxLength={200} value={values.title} onChange={(e) => set('title', e.currentTarget.value)} error={field('title').error} />
      <Select
        label={t('competencies.competency')}
        required
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('common.nothingFound')}
        data={competencies.map((one) => ({ value: one.id, label: one.name }))}
        value={values.competencyId}
        onChange={(value) => {
          set('competencyId', value);
          set('targetLevel', null);
        }}
        error={field('competencyId').error}
      />
      <Select
        label={t('development.target')}
        required
        allowDeselect={false}
        disabled={!levels}
        data={levels?.map((_, i) => ({ value: String(i + 1), label: levelText(levels, i + 1) })) ?? []}
        value={values.targetLevel === null ? null : String(values.targetLevel)}
        onChange={(value) => set('targetLevel', value === null ? null : Number(value))}
        error={field('targetLevel').error}
      />
      <Select
        label={t('development.forObjective')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        nothingFoundMessage={t('common.nothingFound')}
        data={objectives.map((one) => ({ value: one.id, label: `${one.code} ${one.title}` }))}
        value={values.forObjectiveId}
        onChange={(value) => set('forObjectiveId', value)}
        error={field('forObjectiveId').error}
      />
      <DayLanguage>
        <DateInput {...dayProps} label={t('development.dueOf')} required size="sm" valueFormat="YYYY-MM-DD" minDate={item && item.due < today ? item.due : today} {...field('due')} />
      </DayLanguage>
    </FormDrawer>
  );
}

interface TaughtCourse {
  id: string;
  title: string;
  reachesLevel: number;
  competency: { id: string };
}

interface CoursePickerProps {
  value: Choice | null;
  onChange: (choice: Choice | null, course: TaughtCourse | undefined) => void;
  error: string | undefined;
}

function CoursePicker({ value, onChange, error }: CoursePickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 200);
  const [{ data, fetching }] = useQuery({ query: CourseChoices, variables: { text: settled === '' ? null : settled } });
  const courses = data?.courses.nodes ?? [];
  return (
    <RemoteSelect
      label={t('development.kinds.COURSE')}
      required
      value={value}
      error={error}
      onSearch={setText}
      isLoading={fetching && !data}
      options={courses.map((one) => ({ id: one.id, label: `${one.title} (${one.code})` }))}
      onChange={(choice) => onChange(choice, courses.find((one) => one.id === choice?.id))}
    />
  );
}
