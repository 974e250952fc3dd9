import { SimpleGrid, Switch, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../api/graphql';
import { missingOf, useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { UserErrorFields } from '../../../api/userErrors';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { UnitPicker } from '../../organization/pickers/UnitPicker';
import { useWorkspace } from '../../organization/workspace/workspace';
import { ParticipantsFieldset, type ParticipantEntry } from './ParticipantsFieldset';
import { RulesFieldset, type RuleEntry } from './RulesFieldset';
import type { SchemeData } from './schemes';

const Save = graphql(
  `
    mutation SaveScheme($input: SaveIncentiveSchemeInput!) {
      saveIncentiveScheme(input: $input) {
        incentiveScheme {
          id
          version
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [UserErrorFields],
);

interface Values {
  name: string;
  unitId: string | null;
  individualShare: string | null;
  teamShare: string | null;
  companyShare: string | null;
  ranksPeople: boolean;
  budgetAmount: string | null;
  rules: RuleEntry[];
  /** Null while they are left as they are. */
  participants: ParticipantEntry[] | null;
}

const usual: RuleEntry[] = [
  { fromScore: '60', percentOfTarget: '40' },
  { fromScore: '80', percentOfTarget: '70' },
  { fromScore: '100', percentOfTarget: '100' },
  { fromScore: '120', percentOfTarget: '120' },
];

interface SchemeDrawerProps {
  cycleId: string;
  /** Null for a new one. */
  scheme: SchemeData | null;
  onDone: (id: string) => void;
  onClose: () => void;
}

/** Writes a scheme; whatever is changed has to be approved anew. */
export function SchemeDrawer({ cycleId, scheme, onDone, onClose }: SchemeDrawerProps) {
  const { t } = useTranslation();
  const { organization } = useWorkspace();
  const currency = scheme?.budget.currency ?? organization.currency;
  const form = useForm<Values>(
    scheme
      ? {
          name: scheme.name, unitId: scheme.unit.id, individualShare: scheme.individualShare, teamShare: scheme.teamShare, companyShare: scheme.companyShare, ranksPeople: scheme.ranksPeople, budgetAmount: scheme.budget.amount,
          rules: scheme.rules.map(({ fromScore, percentOfTarget }) => ({ fromScore, percentOfTarget })), participants: null,
        }
      : { name: '', unitId: null, individualShare: '50', teamShare: '30', companyShare: '20', ranksPeople: false, budgetAmount: null, rules: usual, participants: [] },
  );
  const save = useFormCommand(Save, form);
  const { values, set, field } = form;

  async function submit() {
    const missing = missingOf(values, ['name', 'unitId', 'individualShare', 'teamShare', 'companyShare', 'budgetAmount']);
    if (missing.length > 0 || !values.unitId || !values.individualShare || !values.teamShare || !values.companyShare || !values.budgetAmount) {
      save.demand(missing);
      return;
    }
    const done = await save.submit({
      id: scheme?.id, expectedVersion: scheme?.version, cycleId, unitId: values.unitId, name: values.name, individualShare: values.individualShare, teamShare: values.teamShare, companyShare: values.companyShare,
      ranksPeople: values.ranksPeople, budgetAmount: values.budgetAmount, budgetCurrency: currency, rules: values.rules.map((rule) => ({ fromScore: rule.fromScore ?? '', percentOfTarget: rule.percentOfTarget ?? '' })),
      ...(values.participants && { participants: values.participants.map((one) => ({ personId: one.id, target: one.target })) }),
    });
    const saved = done?.incentiveScheme;
    if (!saved) return;
    notifications.show({ message: t('common.saved') });
    onDone(saved.id);
    onClose();
  }

  return (
    <FormDrawer title={t(scheme ? 'incentives.edit' : 'incentives.add')} subject={scheme?.name} submitLabel={t('common.save')} form={form} command={save} onReload={() => scheme && onDone(scheme.id)} onSubmit={() => void submit()} onClose={onClose}>
      {scheme?.approvedBy && (
        <Text size="sm" fw={600}>
          {t('incentives.voids')}
        </Text>
      )}
      <TextInput label={t('incentives.name')} required data-autofocus value={values.name} onChange={(e) => set('name', e.currentTarget.value)} error={field('name').error} />
      <UnitPicker label={t('incentives.unit')} required value={values.unitId} onChange={(id) => set('unitId', id)} error={field('unitId').error} />
      <SimpleGrid cols={3} spacing="xs">
        <DecimalField label={t('incentives.individual')} unit="%" required {...field('individualShare')} />
        <DecimalField label={t('incentives.team')} unit="%" required {...field('teamShare')} />
        <DecimalField label={t('incentives.company')} unit="%" required {...field('companyShare')} />
      </SimpleGrid>
      <Switch label={t('incentives.ranksPeople')} checked={values.ranksPeople} onChange={(e) => set('ranksPeople', e.currentTarget.checked)} />
      <DecimalField label={t('incentives.budget')} unit={currency} required {...field('budgetAmount')} />
      <RulesFieldset {...field('rules')} />
      <ParticipantsFieldset schemeId={scheme?.id ?? null} currency={currency} {...field('participants')} />
    </FormDrawer>
  );
}
