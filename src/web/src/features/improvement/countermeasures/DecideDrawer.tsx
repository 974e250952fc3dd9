import { NumberInput, Radio, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { FormDrawer } from '../../../components/FormDrawer';
import type { Choice } from '../../../components/RemoteSelect';
import { addDays } from '../../../format/dates';
import { groupDecimal } from '../../../format/decimal';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { choiceOfPerson } from '../../organization/pickers/people';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import type { CaseData } from '../cases/cases';
import { bestOf, DecideCountermeasure, shareInPercent } from './countermeasures';

interface DecideDrawerProps {
  known: CaseData;
  onDone: () => void;
  onClose: () => void;
}

interface Values {
  countermeasureId: string;
  rationale: string;
  responsibleId: Choice | null;
  due: string | null;
  reportEveryDays: number | null;
}

/** A superior chooses what is carried out, by whom, until when, and how often he hears of it. */
export function DecideDrawer({ known, onDone, onClose }: DecideDrawerProps) {
  const { t } = useTranslation();
  const { today } = useWorkspace();
  const dayProps = useDayProps();
  const { countermeasures, decision, responsible } = known;
  const isAnew = known.status === 'IN_PROGRESS';
  const form = useForm<Values>({
    countermeasureId: (isAnew && decision?.chosen.id) || (bestOf(countermeasures)?.id ?? ''),
    rationale: '',
    responsibleId: responsible && choiceOfPerson(responsible),
    due: isAnew ? known.due : addDays(today, 30),
    reportEveryDays: known.reportEveryDays ?? 14,
  });
  const decide = useFormCommand(DecideCountermeasure, form);
  const { values, field } = form;
  const [chosen, rationale, rhythm] = [field('countermeasureId'), field('rationale'), field('reportEveryDays')];

  async function submit() {
    const missing = missingOf(values, ['rationale', 'responsibleId', 'due', 'reportEveryDays']);
    if (missing.length > 0) {
      decide.demand(missing);
      return;
    }
    const done = await decide.submit({
      caseId: known.id, expectedVersion: known.version, countermeasureId: values.countermeasureId, rationale: values.rationale, responsibleId: values.responsibleId?.id ?? '', due: values.due ?? '', reportEveryDays: values.reportEveryDays ?? 0,
    });
    if (!done) return;
    notifications.show({ message: t('improvement.decided') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer
      title={t('improvement.steps.DECIDE')}
      subject={known.objective.title}
      submitLabel={t('improvement.steps.DECIDE')}
      form={form}
      command={decide}
      onReload={() => {
        onDone();
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Radio.Group label={t('improvement.chosen')} required value={chosen.value} error={chosen.error} onChange={chosen.onChange}>
        <Stack gap={6} mt={6}>
          {countermeasures.map((measure) => (
            <Radio key={measure.id} value={measure.id} label={measure.title} description={t('improvement.totalAndWins', { total: groupDecimal(measure.total, 2), percent: shareInPercent(measure.winsFrom) })} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('improvement.rationale')}
        description={t('improvement.rationaleHint')}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={rationale.value}
        error={rationale.error}
        onChange={(event) => rationale.onChange(event.currentTarget.value)}
      />
      <PersonPicker label={t('improvement.responsible')} description={t('improvement.responsibleHint')} required {...field('responsibleId')} />
      <DayLanguage>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" style={{ alignItems: 'start' }}>
          <DateInput {...dayProps} label={t('improvement.due')} required size="sm" valueFormat="YYYY-MM-DD" {...field('due')} />
          <NumberInput
            label={t('improvement.everyDays')}
            required
            size="sm"
            min={1}
            max={92}
            allowDecimal={false}
            allowNegative={false}
            value={rhythm.value ?? ''}
            error={rhythm.error}
            onChange={(next) => rhythm.onChange(typeof next === 'number' ? next : null)}
          />
        </SimpleGrid>
      </DayLanguage>
      <Text size="xs" c="dimmed">
        {t('improvement.rhythmHint')}
      </Text>
    </FormDrawer>
  );
}
