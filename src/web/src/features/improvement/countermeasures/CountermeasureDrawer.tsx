import { Checkbox, Fieldset, Input, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { useWorkspace } from '../../organization/workspace/workspace';
import type { CaseData, CountermeasureData } from '../cases/cases';
import { isScore, SaveCountermeasure, scoresOf } from './countermeasures';

interface CountermeasureDrawerProps {
  known: CaseData;
  /** Null for a new one. */
  measure: CountermeasureData | null;
  onDone: () => void;
  onClose: () => void;
}

interface Values {
  title: string;
  description: string;
  addresses: string[];
  costAmount: string | null;
  scores: Readonly<Record<string, string | null>>;
}

/** One way to deal with root causes: what is done, what it costs, and how well it does by each criterion. */
export function CountermeasureDrawer({ known, measure, onDone, onClose }: CountermeasureDrawerProps) {
  const { t } = useTranslation();
  const { organization } = useWorkspace();
  const roots = known.causes.filter((cause) => cause.confirmedRoot);
  const currency = measure?.cost?.currency ?? organization.currency;
  const form = useForm<Values>({
    title: measure?.title ?? '',
    description: measure?.description ?? '',
    addresses: measure ? [...measure.addresses] : roots.length === 1 ? roots.map((cause) => cause.id) : [],
    costAmount: measure?.cost?.amount ?? null,
    scores: measure ? (scoresOf([measure])[measure.id] ?? {}) : {},
  });
  const save = useFormCommand(SaveCountermeasure, form);
  const { values, field } = form;
  const [title, description, addresses, scores] = [field('title'), field('description'), field('addresses'), field('scores')];

  async function submit() {
    const missing = [...missingOf(values, ['title', 'description']), ...(values.addresses.length === 0 ? ['addresses'] : [])];
    if (missing.length > 0) {
      save.demand(missing);
      return;
    }
    if (!known.criteria.every((criterion) => isScore(values.scores[criterion.id]))) {
      save.demand(['scores'], t('improvement.scoresWanted'));
      return;
    }
    const done = await save.submit({
      caseId: known.id, countermeasureId: measure?.id, title: values.title, description: values.description, addresses: values.addresses, costAmount: values.costAmount, costCurrency: values.costAmount === null ? null : currency,
      scores: known.criteria.map((criterion) => ({ criterionId: criterion.id, score: Number(values.scores[criterion.id]) })),
    });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t(measure ? 'improvement.editCountermeasure' : 'improvement.addCountermeasure')} submitLabel={t('common.save')} form={form} command={save} onSubmit={() => void submit()} onClose={onClose}>
      <TextInput label={t('improvement.what')} required maxLength={200} data-autofocus autoComplete="off" value={title.value} error={title.error} onChange={(event) => title.onChange(event.currentTarget.value)} />
      <Textarea
        label={t('improvement.how')}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={description.value}
        error={description.error}
        onChange={(event) => description.onChange(event.currentTarget.value)}
      />
      <Checkbox.Group label={t('improvement.addresses')} description={t('improvement.addressesHint')} required value={addresses.value} error={addresses.error} onChange={addresses.onChange}>
        <Stack gap={6} mt={6}>
          {roots.map((cause) => (
            <Checkbox key={cause.id} value={cause.id} label={cause.text} />
          ))}
        </Stack>
      </Checkbox.Group>
      <DecimalField label={t('improvement.cost')} unit={currency} {...field('costAmount')} />
      {known.criteria.length > 0 && (
        <Fieldset legend={t('improvement.scores')} p="sm">
          <SimpleGrid cols={2} spacing="xs">
            {known.criteria.map((criterion) => (
              <DecimalField
                key={criterion.id}
                label={criterion.name}
                value={scores.value[criterion.id] ?? null}
                error={scores.error && !isScore(scores.value[criterion.id]) ? t('improvement.zeroToTen') : undefined}
                onChange={(value) => scores.onChange({ ...scores.value, [criterion.id]: value })}
              />
            ))}
          </SimpleGrid>
          {scores.error && <Input.Error mt={6}>{scores.error}</Input.Error>}
        </Fieldset>
      )}
    </FormDrawer>
  );
}
