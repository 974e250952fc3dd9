import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { levelText } from '../competencies/competencies';
import { LevelScale } from '../competencies/LevelScale';
import styles from '../Development.module.css';
import { byCompetency, type GapData } from './plans';

/** What the objectives need and is not there, with the objectives. */
export function GapSection({ gaps }: { gaps: readonly GapData[] }) {
  const { t } = useTranslation();
  const found = byCompetency(gaps);
  return (
    <Section title={t('development.gaps')} actions={found.length > 0 && <span className="number">{found.length}</span>}>
      {found.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('development.noGaps')}
        </Text>
      )}
      <ul className={styles.list} aria-label={t('development.gaps')}>
        {found.map(({ competency, required, current, planned, gaps: of }) => (
          <li key={competency.id} className={styles.item} data-gap={competency.id}>
            <Group gap="xs" wrap="wrap">
              <Text size="sm" fw={600}>
                {competency.name}
              </Text>
              <LevelScale levels={competency.levels.length} held={current} required={required} />
              <Badge size="sm" variant="outline" radius="sm" color={planned ? 'green' : 'red'} c={planned ? '#1e6b30' : '#a3161a'} tt="none" leftSection={<Icon name={planned ? 'check' : 'warning'} size={11} />}>
                {t(planned ? 'development.isPlanned' : 'development.isNotPlanned')}
              </Badge>
            </Group>
            <Text size="sm">
              {t('development.needed', { level: levelText(competency.levels, required) })} · {current === 0 ? t('development.nowNone') : t('development.now', { level: levelText(competency.levels, current) })}
            </Text>
            {of.map(({ objective, required: level }) => (
              <Text key={objective.id} size="xs" c="dimmed" className={styles.text}>
                <Link className="text-link" to={`/objectives/${objective.id}`}>
                  <span className="number">{objective.code}</span> {objective.title}
                </Link>
                {` · ${levelText(competency.levels, level)}`}
              </Text>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
