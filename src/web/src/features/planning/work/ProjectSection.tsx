import { Button, Group, Progress, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/EmptyState';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { HistoryList } from '../../platform/history/HistoryList';
import { useWorkspace } from '../../organization/workspace/workspace';
import styles from './Gantt.module.css';
import { GanttChart } from './GanttChart';
import { MilestoneDrawer } from './MilestoneDrawer';
import { MilestoneTable } from './MilestoneTable';
import { ReportDrawer } from './ReportDrawer';
import type { MilestoneData, WorkData } from './work';

interface ProjectSectionProps {
  objective: WorkData;
  news: number;
  onDone: () => void;
}

/** An objective run as a project: its milestones as a chart, and the same as a table. */
export function ProjectSection({ objective, news, onDone }: ProjectSectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useWorkspace();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [task, setTask] = useState<'add' | MilestoneData | null>(null);
  const [withHistory, setWithHistory] = useState(false);
  const { project } = objective;
  const mayPlan = project?.viewerMayPlan ?? objective.viewerMayPlanWork;
  const milestones = project?.milestones ?? [];
  const names = new Map(milestones.map((milestone) => [milestone.id, milestone.name]));
  const warnings = milestones.flatMap((milestone) => milestone.overlaps.map((id) => ({ key: `${id} ${milestone.id}`, name: milestone.name, before: names.get(id) ?? '' })));
  const shared = { milestones, mayOpen: (milestone: MilestoneData) => mayPlan || milestone.viewerMayReport, onOpen: setTask };
  return (
    <Section
      title={t('work.project')}
      actions={
        mayPlan && (
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setTask('add')}>
            {t('work.addMilestone')}
          </Button>
        )
      }
    >
      {milestones.length === 0 && <EmptyState icon="flag" title={t('work.noProject')} hint={t(objective.important ? 'work.importantHint' : 'work.noProjectHint')} />}
      {project && milestones.length > 0 && (
        <>
          <Group px="md" pt="sm" justify="space-between" align="flex-start" gap="sm">
            <div style={{ minWidth: 0 }}>
              <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {project.name}
              </Text>
              <Text size="xs" c="dimmed">
                {t('work.managedBy', { name: project.manager.name })}
                {project.start && project.due && ` · ${formatDay(project.start, language)} – ${formatDay(project.due, language)}`}
              </Text>
            </div>
            <SegmentedControl
              size="xs"
              aria-label={t('work.view')}
              value={view}
              onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
              data={[
                { value: 'chart', label: t('work.chart') },
                { value: 'table', label: t('work.table') },
              ]}
            />
          </Group>
          <Group px="md" pt={6} pb="xs" gap="sm" wrap="nowrap">
            <Progress value={project.percentComplete} size="sm" style={{ flex: 1 }} aria-label={t('work.percentOf', { name: project.name })} />
            <Text size="sm" fw={600} className="number" title={t('work.percentHint')}>
              {t('common.percent', { percent: project.percentComplete })}
            </Text>
          </Group>
          {view === 'chart' ? <GanttChart name={project.name} today={today} {...shared} /> : <MilestoneTable name={project.name} {...shared} />}
          {warnings.length > 0 && (
            <ul className={styles.warnings} aria-label={t('work.warnings')}>
              {warnings.map(({ key, name, before }) => (
                <li key={key}>
                  <Icon name="warning" size={14} />
                  {t('work.overlaps', { name, before })}
                </li>
              ))}
            </ul>
          )}
          <Group px="md" py="xs">
            <Button size="compact-xs" variant="subtle" color="gray" aria-expanded={withHistory} onClick={() => setWithHistory(!withHistory)}>
              {t('work.history')}
            </Button>
          </Group>
          {withHistory && <HistoryList id={project.id} news={news} />}
        </>
      )}
      {task && (task === 'add' || mayPlan ? <MilestoneDrawer objective={objective} milestone={task === 'add' ? null : task} onDone={onDone} onClose={() => setTask(null)} /> : <ReportDrawer milestone={task} onDone={onDone} onClose={() => setTask(null)} />)}
    </Section>
  );
}
