import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DecimalField } from '../../../components/DecimalField';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { readDecimal } from '../../../format/decimal';
import { AwardTable } from './AwardTable';
import { groupMoney } from './money';
import { PreviewQuery, type SchemeData } from './schemes';
import { totalOf } from './totals';

interface Assumed {
  individual: string | null;
  team: string | null;
  company: string | null;
}

const none: Assumed = { individual: null, team: null, company: null };

const readable = (value: string | null) => (value === null ? null : readDecimal(value));

/** What a scheme pays on today's figures, or if results were others. */
export function Simulation({ scheme }: { scheme: SchemeData }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(none);
  const [assume, setAssume] = useState(none);
  const [{ data, error, fetching }, read] = useQuery({ query: PreviewQuery, variables: { schemeId: scheme.id, assume } });
  const awards = data?.incentivePreview;
  const set = (name: keyof Assumed) => (value: string | null) => setTyped((before) => ({ ...before, [name]: value }));
  const fields = (['individual', 'team', 'company'] as const).map((name) => (
    <DecimalField key={name} label={t(`incentives.assume.${name}`)} unit={name === 'individual' ? undefined : '%'} value={typed[name]} onChange={set(name)} error={undefined} />
  ));
  return (
    <Section title={t('incentives.simulation')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAssume({ individual: readable(typed.individual), team: readable(typed.team), company: readable(typed.company) });
        }}
      >
        <Group p="md" gap="sm" align="flex-end" wrap="wrap">
          {fields}
          <Button type="submit" variant="default" loading={fetching}>
            {t('incentives.tryIt')}
          </Button>
          <Button
            type="button"
            variant="subtle"
            onClick={() => {
              setTyped(none);
              setAssume(none);
            }}
          >
            {t('incentives.asIs')}
          </Button>
        </Group>
      </form>
      <Text size="xs" c="dimmed" px="md" pb="xs">
        {t('incentives.assumeHint')}
      </Text>
      {error && <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} />}
      {!awards && !error && <LoadingRows />}
      {awards?.length === 0 && <EmptyState icon="people" title={t('incentives.nobody')} />}
      {awards && awards.length > 0 && (
        <>
          <Text size="sm" fw={600} px="md" pb="xs" role="status">
            {t('incentives.totalOf', { total: groupMoney(totalOf(awards), scheme.budget.currency), currency: scheme.budget.currency, budget: groupMoney(scheme.budget.amount, scheme.budget.currency) })}
          </Text>
          <AwardTable awards={awards} withPerson />
        </>
      )}
    </Section>
  );
}
