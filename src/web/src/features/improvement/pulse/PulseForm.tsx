import { Alert, Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { Icon } from '../../../components/Icon';
import { keptBy, useUnsaved } from '../../../components/useUnsaved';
import { AnswerPulse, grades, questions } from './pulse';

interface PulseFormProps {
  cycleId: string;
  /** The last day on which it is asked. */
  until: string;
  onDone: () => void;
}

type Values = Record<(typeof questions)[number], string | null> & { comment: string };

/** Six questions, each answered from 1 to 5, and what one would like to add. */
export function PulseForm({ cycleId, until, onDone }: PulseFormProps) {
  const { t } = useTranslation();
  const form = useForm<Values>({ attainable: null, executiveSupport: null, trustInLeader: null, fairness: null, encouragement: null, paperwork: null, comment: '' });
  const answer = useFormCommand(AnswerPulse, form);
  useUnsaved(form.isDirty, { isKept: keptBy('cycle') });
  const comment = form.field('comment');
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer.attempt === 0) return;
    element.current?.querySelector<HTMLElement>('[data-wrong] input, [data-form-errors]')?.focus();
  }, [answer.attempt]);

  async function submit() {
    const missing = missingOf(form.values, questions);
    if (missing.length > 0) {
      answer.demand(missing, t('pulse.choose'));
      return;
    }
    const { values } = form;
    const given = Number;
    const done = await answer.submit({
      cycleId, attainable: given(values.attainable), executiveSupport: given(values.executiveSupport), trustInLeader: given(values.trustInLeader), fairness: given(values.fairness), encouragement: given(values.encouragement),
      paperwork: given(values.paperwork), comment: values.comment.trim() === '' ? null : values.comment,
    });
    if (!done) return;
    notifications.show({ message: t('pulse.thanks') });
    onDone();
  }

  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!answer.busy) void submit();
      }}
    >
      <Stack gap="md" maw={720}>
        <Alert role="note" variant="light" icon={<Icon name="people" />} title={t('pulse.anonymous')}>
          {t('pulse.anonymousHow')}
        </Alert>
        {form.general.length > 0 && (
          <Alert color="red" variant="outline" role="alert" title={t('common.notDone')} data-form-errors tabIndex={-1}>
            {form.general.map((message) => (
              <Text key={message} size="sm">
                {message}
              </Text>
            ))}
          </Alert>
        )}
        {questions.map((question) => {
          const { value, error, onChange } = form.field(question);
          return (
            <Radio.Group key={question} label={t(`pulse.questions.${question}`)} required value={value ?? ''} error={error} onChange={onChange} data-wrong={error ? '' : undefined}>
              <Group gap="md" mt={6} wrap="wrap">
                {grades.map((grade) => (
                  <Radio key={grade} value={grade} label={t(`pulse.grades.${grade}`)} />
                ))}
              </Group>
            </Radio.Group>
          );
        })}
        <Textarea
          label={t('pulse.comment')}
          description={t('pulse.commentHint')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={1000}
          value={comment.value}
          error={comment.error}
          onChange={(event) => comment.onChange(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button type="submit" loading={answer.busy}>
            {t('pulse.send')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('pulse.once', { until })}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
