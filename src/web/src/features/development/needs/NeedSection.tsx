import { Button, Group, Text } from '@mantine/core';
import { useRef, useState, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { useWorkspace } from '../../organization/workspace/workspace';
import { levelText } from '../competencies/competencies';
import { LevelScale } from '../competencies/LevelScale';
import styles from '../Development.module.css';
import { NeedDrawer } from './NeedDrawer';
import { NeedsQuery } from './needs';

interface NeedSectionProps {
  objectiveId: string;
  /** Rises when the objective has changed. */
  news: number;
  onDone: () => void;
}

/** What an objective needs its owner to be able to do; beside it, where one may read it, what he can. */
export function NeedSection({ objectiveId, news, onDone }: NeedSectionProps) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [isEditing, setEditing] = useState(false);
  const [{ data, error }, read] = useQuery({ query: NeedsQuery, variables: { id: objectiveId } });
  const seen = useRef(news);
  useEffect(() => {
    if (seen.current === news) return;
    seen.current = news;
    read({ requestPolicy: 'network-only' });
  }, [news, read]);
  const again = () => {
    read({ requestPolicy: 'network-only' });
    onDone();
  };
  const objective = data?.objective;
  if (!objective) return error ? <FailureState error={error} onRetry={() => read({ requestPolicy: 'network-only' })} /> : data ? null : <LoadingRows count={2} />;
  const { owner, competencyRequirements: needs } = objective;
  const isOver = objective.status === 'WITHDRAWN' || objective.cycle.status === 'CLOSED';
  const sees = owner.viewerMayDevelop.length > 0 || viewer.roles.includes('AUDITOR');
  return (
    <Section
      title={t('competencies.needs')}
      actions={
        !isOver &&
        owner.viewerMayDevelop.includes('PLAN') && (
          <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
            {t('competencies.require')}
          </Button>
        )
      }
    >
      {needs.length === 0 && (
        <Text size="sm" c="dimmed" px="md" py="sm">
          {t('competencies.noNeeds')}
        </Text>
      )}
      <ul className={styles.list} aria-label={t('competencies.needs')}>
        {needs.map(({ competency, level }) => {
          const held = owner.competencies.find((one) => one.competency.id === competency.id)?.level ?? 0;
          return (
            <li key={competency.id} className={styles.item} data-need={competency.id}>
              <Group gap="xs" wrap="wrap">
                <Text size="sm">{competency.name}</Text>
                {sees && <LevelScale levels={competency.levels.length} held={held} required={level} />}
                <Text size="sm">{levelText(competency.levels, level)}</Text>
                {sees && (
                  <Text size="xs" c={held < level ? '#a3161a' : 'dimmed'}>
                    {held === 0 ? t('development.nowNone') : t('development.now', { level: levelText(competency.levels, held) })}
                  </Text>
                )}
              </Group>
            </li>
          );
        })}
      </ul>
      {sees && needs.length > 0 && (
        <Text size="xs" px="md" pb="sm">
          <Link className="text-link" to={`/development/${owner.id}?cycle=${objective.cycle.id}`}>
            {t('development.of', { name: owner.name })}
          </Link>
        </Text>
      )}
      {isEditing && <NeedDrawer objective={objective} onDone={again} onClose={() => setEditing(false)} />}
    </Section>
  );
}
