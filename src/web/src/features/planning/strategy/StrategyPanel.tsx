import { Button, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { FactList } from '../../../components/FactList';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { HistoryList } from '../../platform/history/HistoryList';
import { TargetText } from '../objectives/TargetText';
import { StrategyObjectivesQuery, type StrategyElementData } from './strategy';

interface StrategyPanelProps {
  element: StrategyElementData;
  onEdit?: () => void;
}

export function StrategyPanel({ element, onEdit }: StrategyPanelProps) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: StrategyObjectivesQuery, variables: { id: element.id } });
  const objectives = data?.node && 'objectives' in data.node ? data.node.objectives : undefined;
  return (
    <>
      <Section
        title={element.title}
        actions={
          onEdit && (
            <Button variant="default" leftSection={<Icon name="edit" />} onClick={onEdit}>
              {t('strategy.edit')}
            </Button>
          )
        }
      >
        <FactList
          facts={[
            [t('strategy.kind'), t(`enums.StrategyKind.${element.kind}`)],
            [t('strategy.years'), element.from === element.until ? String(element.from) : `${element.from} – ${element.until}`],
            [t('strategy.measure'), element.measure?.name],
            [t('strategy.target'), element.measure && element.target !== null && <TargetText target={element.target} measure={element.measure} />],
            [
              t('strategy.description'),
              element.description && (
                <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                  {element.description}
                </Text>
              ),
            ],
          ]}
        />
      </Section>
      <Section title={t('strategy.objectives')}>
        {!objectives && (error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : <LoadingRows count={3} />)}
        {objectives?.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {t('strategy.noObjectives')}
          </Text>
        )}
        {objectives && objectives.length > 0 && (
          <List size="sm" listStyleType="none" px="md" py="xs" spacing={6}>
            {objectives.map((objective) => (
              <List.Item key={objective.id}>
                <Link className="plain-link" to={`/objectives/${objective.id}`}>
                  {objective.title}
                </Link>{' '}
                <Text span size="xs" c="dimmed">
                  {objective.cycle.name} · {objective.owner.name}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </Section>
      <Section title={t('history.title')}>
        <HistoryList id={element.id} news={element.version} />
      </Section>
    </>
  );
}
