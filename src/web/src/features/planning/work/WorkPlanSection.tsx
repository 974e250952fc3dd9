import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { ResolvedWork } from '../../monitoring/meetings/ResolvedWork';
import type { WorkData, WorkItemData } from './work';
import { WorkItemDrawer } from './WorkItemDrawer';
import { WorkItemRow } from './WorkItemRow';

interface WorkPlanSectionProps {
  objective: WorkData;
  onDone: () => void;
}

/** What is done to reach an objective, by whom and when: the planned work, and what office meetings resolved. */
export function WorkPlanSection({ objective, onDone }: WorkPlanSectionProps) {
  const { t } = useTranslation();
  const [task, setTask] = useState<'add' | WorkItemData | null>(null);
  const { workPlan: items, resolutions } = objective;
  const all = [...items, ...resolutions];
  const done = all.filter((item) => item.done).length;
  return (
    <Section
      title={all.length === 0 ? t('work.plan') : t('work.planCount', { done, count: all.length })}
      actions={
        objective.viewerMayPlanWork && (
          <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setTask('add')}>
            {t('work.addItem')}
          </Button>
        )
      }
    >
      {all.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('work.noItems')}
        </Text>
      )}
      {items.length > 0 && (
        <Table aria-label={t('work.plan')} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={64} className="number">
                {t('work.done')}
              </Table.Th>
              <Table.Th>{t('work.title')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('work.owner')}</Table.Th>
              <Table.Th ta="end">{t('work.due')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <WorkItemRow key={item.id} item={item} mayEdit={objective.viewerMayPlanWork} onEdit={() => setTask(item)} onDone={onDone} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {resolutions.length > 0 && <ResolvedWork resolutions={resolutions} onDone={onDone} />}
      {task && <WorkItemDrawer objective={objective} item={task === 'add' ? null : task} onDone={onDone} onClose={() => setTask(null)} />}
    </Section>
  );
}
