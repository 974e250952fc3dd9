import { ActionIcon, Button, Fieldset, Group, Input, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../api/graphql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { UserErrorFields } from '../../../api/userErrors';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import { fromUnits, toUnits } from '../../../format/sums';
import type { RuleData } from './cards';
import { percentOf } from './weights';

const Save = graphql(
  `
    mutation SaveScoringRule($input: SaveScoringRuleInput!) {
      saveScoringRule(input: $input) {
        scoringRule {
          id
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

interface Band {
  attainment: string | null;
  score: string | null;
}

interface Values {
  name: string;
  kind: RuleData['kind'];
  floor: string | null;
  cap: string | null;
  bands: Band[];
}

const kinds = ['LINEAR', 'BANDS', 'PASS_FAIL'] as const;

/** What people write in per cent, as the share of one that the API takes; what is no number goes as it was typed. */
const asShare = (percent: string | null): string | null => {
  const units = toUnits(percent);
  return percent === null || units === null ? percent : fromUnits(units / 100n);
};

/** Writes a rule: what which attainment is worth. */
export function RuleDrawer({ rule, onDone, onClose }: { rule: RuleData | null; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    name: rule?.name ?? '',
    kind: rule?.kind ?? 'LINEAR',
    floor: rule?.floor ? percentOf(rule.floor) : '60',
    cap: rule?.cap ? percentOf(rule.cap) : '120',
    bands: rule && rule.bands.length > 0 ? rule.bands.map((band) => ({ attainment: percentOf(band.attainment), score: band.score })) : [{ attainment: '100', score: '100' }],
  });
  const command = useFormCommand(Save, form);
  const { values, set, field } = form;
  const change = (at: number, part: Partial<Band>) => set('bands', values.bands.map((band, index) => (index === at ? { ...band, ...part } : band)));

  async function submit() {
    const missing = missingOf(values, values.kind === 'LINEAR' ? ['name', 'floor', 'cap'] : ['name']);
    if (missing.length > 0) {
      command.demand(missing);
      return;
    }
    const done = await command.submit({
      id: rule?.id, name: values.name, kind: values.kind,
      ...(values.kind === 'LINEAR' && { floor: asShare(values.floor), cap: asShare(values.cap) }),
      ...(values.kind === 'BANDS' && { bands: values.bands.map((band) => ({ attainment: asShare(band.attainment) ?? '', score: band.score ?? '' })) }),
    });
    if (!done) return;
    notifications.show({ message: t('common.saved') });
    onDone();
    onClose();
  }

  return (
    <FormDrawer title={t(rule ? 'scorecards.editRule' : 'scorecards.addRule')} subject={rule?.name} submitLabel={t('common.save')} form={form} command={command} onSubmit={() => void submit()} onClose={onClose}>
      {rule && <Text size="sm">{t('scorecards.ruleChanges')}</Text>}
      <TextInput label={t('scorecards.ruleName')} required data-autofocus value={values.name} onChange={(event) => set('name', event.currentTarget.value)} error={field('name').error} />
      <Select
        label={t('scorecards.ruleKind')}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`enums.ScoringRuleKind.${kind}`) }))}
        value={values.kind}
        onChange={(kind) => kind && set('kind', kind)}
      />
      <Text size="xs" c="dimmed">
        {t(`scorecards.kindHint.${values.kind}`)}
      </Text>
      {values.kind === 'LINEAR' && (
        <SimpleGrid cols={2} spacing="xs">
          <DecimalField label={t('scorecards.floor')} unit="%" required {...field('floor')} />
          <DecimalField label={t('scorecards.cap')} unit="%" required {...field('cap')} />
        </SimpleGrid>
      )}
      {values.kind === 'BANDS' && (
        <Fieldset legend={t('scorecards.bands')} p="sm">
          {values.bands.map((band, index) => (
            <Group key={index} gap="xs" align="flex-end" mb={6} wrap="nowrap">
              <DecimalField label={t('scorecards.fromAttainment')} unit="%" value={band.attainment} onChange={(attainment) => change(index, { attainment })} error={undefined} />
              <DecimalField label={t('scorecards.itemScore')} value={band.score} onChange={(score) => change(index, { score })} error={undefined} />
              <ActionIcon variant="subtle" color="gray.7" mb={4} aria-label={t('scorecards.removeBand', { number: index + 1 })} onClick={() => set('bands', values.bands.filter((_, at) => at !== index))}>
                <Icon name="close" />
              </ActionIcon>
            </Group>
          ))}
          {field('bands').error && <Input.Error mb={6}>{field('bands').error}</Input.Error>}
          <Button variant="default" size="xs" leftSection={<Icon name="plus" />} onClick={() => set('bands', [...values.bands, { attainment: null, score: null }])}>
            {t('scorecards.addBand')}
          </Button>
        </Fieldset>
      )}
    </FormDrawer>
  );
}
