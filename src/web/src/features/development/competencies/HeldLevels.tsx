import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/Section';
import { useInstant } from '../../organization/workspace/workspace';
import styles from '../Development.module.css';
import { AssessDrawer } from './AssessDrawer';
import { levelText, sourcesFor, type HeldLevelData } from './competencies';
import { LevelScale } from './LevelScale';

interface HeldLevelsProps {
  person: { id: string; name: string; viewerMayDevelop: Parameters<typeof sourcesFor>[0]; competencies: readonly HeldLevelData[] };
  onDone: () => void;
}

/** At which levels somebody is, who said so and by what. */
export function HeldLevels({ person, onDone }: HeldLevelsProps) {
  const { t } = useTranslation();
  const instant = useInstant();
  const [isAssessing, setAssessing] = useState(false);
  const sources = sourcesFor(person.viewerMayDevelop);
  return (
    <Section
      title={t('competencies.held')}
      actions={
        sources.length > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => setAssessing(true)}>
            {t('competencies.assess')}
          </Button>
        )
      }
    >
      {person.competencies.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('competencies.noneHeld')}
        </Text>
      )}
      <ul className={styles.list} aria-label={t('competencies.held')}>
        {person.competencies.map(({ competency, level, source, evidence, assessedBy, assessedAt }) => (
          <li key={competency.id} className={styles.item} data-held={competency.id}>
            <Group gap="xs" wrap="wrap">
              <Text size="sm" fw={600}>
                {competency.name}
              </Text>
              <LevelScale levels={competency.levels.length} held={level} required={0} />
              <Text size="sm">{level === 0 ? t('competencies.none') : levelText(competency.levels, level)}</Text>
              <Badge size="sm" variant="default" radius="sm">
                {t(`competencies.sources.${source}`)}
              </Badge>
            </Group>
            <Text size="xs" c="dimmed" className={styles.text}>
              {t('competencies.assessedBy', { name: assessedBy.name, at: instant(assessedAt) })}
              {evidence && ` · ${evidence}`}
            </Text>
          </li>
        ))}
      </ul>
      {isAssessing && <AssessDrawer person={person} sources={sources} onDone={onDone} onClose={() => setAssessing(false)} />}
    </Section>
  );
}
