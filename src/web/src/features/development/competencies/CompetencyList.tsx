import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../../components/EmptyState';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { useWorkspace } from '../../organization/workspace/workspace';
import styles from '../Development.module.css';
import type { CompetencyData } from './competencies';
import { CompetencyDrawer } from './CompetencyDrawer';

interface CompetencyListProps {
  competencies: readonly CompetencyData[];
  onDone: () => void;
}

/** The competencies with what their levels are called. */
export function CompetencyList({ competencies, onDone }: CompetencyListProps) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [editing, setEditing] = useState<CompetencyData | 'new' | null>(null);
  const mayChange = viewer.roles.includes('HR');
  return (
    <Section
      title={t('competencies.views.list')}
      actions={
        <Group gap="xs" wrap="nowrap">
          <Button visibleFrom="sm" size="compact-sm" variant="default" component={Link} to="/imports?kind=COMPETENCIES">
            {t('nav.imports')}
          </Button>
          {mayChange && (
            <Button size="compact-sm" leftSection={<Icon name="plus" size={14} />} onClick={() => setEditing('new')}>
              {t('competencies.add')}
            </Button>
          )}
        </Group>
      }
    >
      {competencies.length === 0 && <EmptyState icon="star" title={t('competencies.noneYet')} />}
      <ul className={styles.list} aria-label={t('competencies.views.list')}>
        {competencies.map((one) => (
          <li key={one.id} className={styles.item}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text size="sm" fw={600}>
                  {one.name}{' '}
                  <Text span size="xs" c="dimmed" className="number">
                    {one.code}
                  </Text>
                </Text>
                <Text size="sm" className={styles.text}>
                  {one.levels.map((level, i) => `${i + 1} ${level}`).join(' · ')}
                </Text>
                <Link className="plain-link" style={{ fontSize: 12 }} to={`/courses?competency=${one.id}`}>
                  {t('competencies.courses')}
                </Link>
              </div>
              {mayChange && (
                <ActionIcon variant="subtle" color="gray.7" aria-label={t('competencies.editOf', { name: one.name })} onClick={() => setEditing(one)}>
                  <Icon name="edit" />
                </ActionIcon>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {editing && <CompetencyDrawer competency={editing === 'new' ? null : editing} onDone={onDone} onClose={() => setEditing(null)} />}
    </Section>
  );
}
