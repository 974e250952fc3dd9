import { Alert, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type DecimalText } from '../../../api/graphql';
import { FactList } from '../../../components/FactList';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import type { CompetencyData } from '../competencies/competencies';

const TrainingEffectQuery = graphql(`
  query TrainingEffect($cycleId: ID!, $competencyId: ID!) {
    trainingEffect(cycleId: $cycleId, competencyId: $competencyId) {
      people
      objectives
      pointsBefore
      pointsAfter
      meanBefore
      meanAfter
      caution
    }
  }
`);

interface TrainingEffectViewProps {
  cycleId: string;
  competencies: readonly CompetencyData[];
  competencyId: string | null;
  onChoose: (id: string | null) => void;
}

/** How far objectives were at their targets before and after their owners had learnt what they need, and what that does not show. */
export function TrainingEffectView({ cycleId, competencies, competencyId, onChoose }: TrainingEffectViewProps) {
  const { t } = useTranslation();
  const chosen = competencies.find((one) => one.id === competencyId) ?? competencies[0];
  const [{ data, error }, read] = useQuery({ query: TrainingEffectQuery, variables: { cycleId, competencyId: chosen?.id ?? '' }, pause: !chosen });
  const effect = data?.trainingEffect;
  const mean = (value: DecimalText | null, points: number) => (value === null ? t('competencies.effect.tooFew', { count: points }) : t('competencies.effect.mean', { value: groupDecimal(percentOfOne(value)), count: points }));
  return (
    <Section title={t('competencies.views.effect')}>
      <Stack p="md" gap="sm">
        <Select
          label={t('competencies.competency')}
          maw={420}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('common.nothingFound')}
          data={competencies.map((one) => ({ value: one.id, label: one.name }))}
          value={chosen?.id ?? null}
          onChange={onChoose}
        />
        {error && !effect && <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} />}
        {!error && !data && chosen && <LoadingRows count={3} />}
        {effect && (
          <>
            <Alert color="yellow" variant="outline" icon={<Icon name="warning" />} py={8}>
              <Text size="sm">{effect.caution}</Text>
            </Alert>
            <FactList
              facts={[
                [t('competencies.effect.people'), effect.people],
                [t('competencies.effect.objectives'), effect.objectives],
                [t('competencies.effect.before'), mean(effect.meanBefore, effect.pointsBefore)],
                [t('competencies.effect.after'), mean(effect.meanAfter, effect.pointsAfter)],
              ]}
            />
          </>
        )}
      </Stack>
    </Section>
  );
}
