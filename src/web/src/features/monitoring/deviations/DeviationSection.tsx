import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { DeviationCard } from './DeviationCard';
import { DeviationDrawer } from './DeviationDrawer';
import { DeviationsOfObjective } from './deviations';
import styles from './Deviations.module.css';
import { RaiseDrawer } from './RaiseDrawer';

interface DeviationSectionProps {
  objectiveId: string;
  news: number;
  onDone: () => void;
}

/** An objective's deviations, the newest first. */
export function DeviationSection({ objectiveId, news, onDone }: DeviationSectionProps) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: DeviationsOfObjective, variables: { id: objectiveId } });
  const [opened, setOpened] = useState<string | null>(null);
  const [raising, setRaising] = useState(false);
  const again = () => read({ requestPolicy: 'network-only' });
  useNews(news, again);
  const done = () => {
    again();
    onDone();
  };
  const objective = data?.objective?.id === objectiveId ? data.objective : null;
  return (
    <Section
      title={t('deviations.title')}
      actions={
        objective?.viewerMaySchedule && (
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setRaising(true)}>
            {t('deviations.raise')}
          </Button>
        )
      }
    >
      {!objective && (error ? <FailureState error={error} onRetry={again} /> : <LoadingRows count={2} />)}
      {objective?.deviations.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('deviations.noneOfObjective')}
        </Text>
      )}
      {objective && objective.deviations.length > 0 && (
        <ul className={styles.list} aria-label={t('deviations.title')}>
          {objective.deviations.map((deviation) => (
            <DeviationCard key={deviation.id} deviation={deviation} onOpen={() => setOpened(deviation.id)} />
          ))}
        </ul>
      )}
      {opened && <DeviationDrawer key={opened} deviationId={opened} onDone={done} onClose={() => setOpened(null)} />}
      {raising && <RaiseDrawer objectiveId={objectiveId} onDone={done} onClose={() => setRaising(false)} />}
    </Section>
  );
}
