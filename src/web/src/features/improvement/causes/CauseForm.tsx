import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { useUnsaved } from '../../../components/useUnsaved';
import type { CauseCategory, CauseData } from '../cases/cases';
import { categories, SaveCause } from './causes';
import type { Writing } from './WhyList';

interface CauseFormProps {
  caseId: string;
  known: readonly CauseData[];
  writing: Writing;
  /** With what is new. */
  onDone: (id: string | undefined) => void;
  onCancel: () => void;
}

/** A why, written where it stands in the chain; Enter keeps it, Escape leaves it. */
export function CauseForm({ caseId, known, writing, onDone, onCancel }: CauseFormProps) {
  const { t } = useTranslation();
  const { cause, parent } = writing;
  const form = useForm<{ text: string; category: CauseCategory; evidence: string }>({ text: cause?.text ?? '', category: cause?.category ?? parent?.category ?? 'METHOD', evidence: cause?.evidence ?? '' });
  const save = useFormCommand(SaveCause, form);
  useUnsaved(form.isDirty);
  const [text, category, evidence] = [form.field('text'), form.field('category'), form.field('evidence')];
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), [save.attempt]);

  async function submit() {
    const missing = missingOf(form.values, ['text']);
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    const { values } = form;
    const done = await save.submit({ caseId, causeId: cause?.id, text: values.text, category: values.category, evidence: values.evidence.trim() === '' ? null : values.evidence, parentId: cause ? cause.parentId : (parent?.id ?? null) });
    if (!done) return;
    const before = new Set(known.map((one) => one.id));
    onDone(cause?.id ?? done.improvementCase?.causes.find((one) => !before.has(one.id))?.id);
  }

  return (
    <form
      noValidate
      aria-label={t(cause ? 'improvement.reword' : parent ? 'improvement.askWhy' : 'improvement.addCause')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.busy) void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
      }}
    >
      <Stack gap={6} p={10} bg="var(--row-hover)" style={{ borderRadius: 5 }}>
        {form.general.length > 0 && (
          <Alert color="red" variant="outline" role="alert" title={t('common.notDone')}>
            {form.general.map((message) => (
              <Text key={message} size="sm">
                {message}
              </Text>
            ))}
          </Alert>
        )}
        <TextInput
          ref={input}
          label={parent ? t('improvement.why', { what: parent.text }) : t('improvement.whyFirst')}
          required
          maxLength={4000}
          autoComplete="off"
          value={text.value}
          error={text.error}
          onChange={(event) => text.onChange(event.currentTarget.value)}
        />
        <Group gap="xs" align="flex-start" grow>
          <Select
            label={t('improvement.category')}
            allowDeselect={false}
            data={categories.map((value) => ({ value, label: t(`enums.CauseCategory.${value}`) }))}
            value={category.value}
            error={category.error}
            onChange={(value) => category.onChange(categories.find((one) => one === value) ?? category.value)}
          />
          <TextInput
            label={t('improvement.evidence')}
            maxLength={4000}
            autoComplete="off"
            value={evidence.value}
            error={evidence.error}
            onChange={(event) => evidence.onChange(event.currentTarget.value)}
          />
        </Group>
        <Group gap="xs">
          <Button type="submit" size="xs" loading={save.busy}>
            {t('common.save')}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
