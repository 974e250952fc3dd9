import { Button, Checkbox, Group, Input, Select, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql';
import { useForm } from '../../../api/useForm';
import { useFormCommand } from '../../../api/useFormCommand';
import { UserErrorFields } from '../../../api/userErrors';
import { DecimalField } from '../../../components/DecimalField';
import { FormDrawer } from '../../../components/FormDrawer';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { spread } from './spread';
import styles from './Scorecards.module.css';
import { Total } from './WeightFields';

const ChoicesQuery = graphql(`
  query ScorecardChoices($cycleId: ID!, $personId: ID!) {
    objectives(filter: { cycleId: $cycleId, ownerId: $personId, status: [AGREED, COMMITTED] }, orderBy: { field: CODE, direction: ASC }, first: 100) {
      nodes {
        id
        code
        title
        important
        status
        progress {
          health
        }
      }
    }
    scoringRules {
      id
      name
    }
  }
`);

type Choices = ResultOf<typeof ChoicesQuery>;
type Choice = Choices['objectives']['nodes'][number];

const Set = graphql(
  `
    mutation SetScorecard($input: SetScorecardInput!) {
      setScorecard(input: $input) {
        scorecard {
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

interface Known {
  id: string;
  version: number;
  items: readonly { weight: string; status: 'ACTIVE' | 'EXEMPT'; rule: { id: string }; objective: { id: string } }[];
}

interface ItemsDrawerProps {
  cycleId: string;
  person: { id: string; name: string };
  /** Null where there is none yet. */
  card: Known | null;
  onDone: (id: string) => void;
  onClose: () => void;
}

/** HR says by which objectives a person is appraised, and how much each weighs. */
export function ItemsDrawer(props: ItemsDrawerProps) {
  const { cycleId, person, onClose } = props;
  const [{ data, error, fetching }, read] = useQuery({ query: ChoicesQuery, variables: { cycleId, personId: person.id }, requestPolicy: 'network-only' });
  if (!data || fetching) return <PendingDrawer error={data ? undefined : error} onRetry={() => read({ requestPolicy: 'network-only' })} onClose={onClose} />;
  return <ItemsForm {...props} choices={data} />;
}

interface Row {
  chosen: boolean;
  weight: string | null;
  ruleId: string | null;
}

function ItemsForm({ cycleId, person, card, choices, onDone, onClose }: ItemsDrawerProps & { choices: Choices }) {
  const { t } = useTranslation();
  const exempt = new Map(card?.items.filter((item) => item.status === 'EXEMPT').map((item) => [item.objective.id, item]));
  const objectives = choices.objectives.nodes.filter((one) => one.progress.health !== 'EXEMPT' && !exempt.has(one.id));
  const form = useForm<{ items: Record<string, Row> }>({ items: Object.fromEntries(objectives.map((one) => [one.id, rowOf(one, card, choices.scoringRules[0]?.id ?? null)])) });
  const command = useFormCommand(Set, form);
  const rows = form.values.items;
  const chosen = objectives.filter((one) => rows[one.id]?.chosen);
  const change = (id: string, part: Partial<Row>) => form.set('items', { ...rows, [id]: { chosen: false, weight: null, ruleId: null, ...rows[id], ...part } });

  function share(weights: ReadonlyMap<string, string>) {
    form.set('items', Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { ...row, weight: weights.get(id) ?? row.weight }])));
  }

  async function submit() {
    if (chosen.some((one) => !rows[one.id]?.weight || !rows[one.id]?.ruleId)) {
      command.demand(['items'], t('scorecards.fillIn'));
      return;
    }
    const items = chosen.map((one) => ({ objectiveId: one.id, weight: rows[one.id]?.weight ?? '0', scoringRuleId: rows[one.id]?.ruleId ?? '' }));
    const done = await command.submit({ cycleId, personId: person.id, expectedVersion: card?.version, items });
    if (!done?.scorecard) return;
    notifications.show({ message: t('common.saved') });
    onDone(done.scorecard.id);
    onClose();
  }

  return (
    <FormDrawer
      title={t(card ? 'scorecards.edit' : 'scorecards.make')}
      subject={person.name}
      submitLabel={t('common.save')}
      form={form}
      command={command}
      onReload={() => {
        if (card) onDone(card.id);
        onClose();
      }}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {choices.scoringRules.length === 0 && (
        <Text size="sm" fw={600}>
          {t('scorecards.noRules')}
        </Text>
      )}
      {objectives.length === 0 && <Text size="sm">{t('scorecards.noObjectives')}</Text>}
      {objectives.length > 0 && (
        <Group gap="xs">
          <Button variant="default" size="compact-sm" disabled={chosen.length === 0} onClick={() => share(spread(chosen.map((one) => ({ id: one.id, parts: 1 }))))}>
            {t('scorecards.alike')}
          </Button>
          <Button variant="default" size="compact-sm" disabled={chosen.length === 0} onClick={() => share(spread(chosen.map((one) => ({ id: one.id, parts: one.important ? 2 : 1 }))))}>
            {t('scorecards.byImportance')}
          </Button>
        </Group>
      )}
      {objectives.map((one) => {
        const row = rows[one.id];
        if (!row) return null;
        return (
          <div key={one.id} className={styles.choice}>
            <Checkbox
              label={`${one.code} ${one.title}`}
              description={[t(`enums.ObjectiveStatus.${one.status}`), one.important && t('scorecards.important')].filter(Boolean).join(' · ')}
              checked={row.chosen}
              onChange={(event) => change(one.id, { chosen: event.currentTarget.checked })}
            />
            {row.chosen && (
              <Group gap="xs" align="flex-start" wrap="nowrap" mt={6} ps={28}>
                <div style={{ width: 110 }}>
                  <DecimalField label={t('scorecards.weight')} required value={row.weight} onChange={(weight) => change(one.id, { weight })} error={undefined} />
                </div>
                <Select
                  label={t('scorecards.rule')}
                  required
                  allowDeselect={false}
                  style={{ flex: 1 }}
                  data={choices.scoringRules.map((rule) => ({ value: rule.id, label: rule.name }))}
                  value={row.ruleId}
                  onChange={(ruleId) => change(one.id, { ruleId })}
                />
              </Group>
            )}
          </div>
        );
      })}
      {exempt.size > 0 && (
        <Text size="xs" c="dimmed">
          {t('scorecards.exemptStay', { count: exempt.size })}
        </Text>
      )}
      {form.field('items').error && <Input.Error role="alert">{form.field('items').error}</Input.Error>}
      <Total weights={chosen.map((one) => rows[one.id]?.weight ?? null)} />
    </FormDrawer>
  );
}

function rowOf(objective: Choice, card: Known | null, usualRule: string | null): Row {
  const item = card?.items.find((one) => one.objective.id === objective.id);
  return { chosen: item !== undefined || card === null, weight: item?.weight ?? null, ruleId: item?.rule.id ?? usualRule };
}
