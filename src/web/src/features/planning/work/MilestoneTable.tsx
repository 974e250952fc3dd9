import { Anchor, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useList } from '../../../i18n/useList';
import { stateOf } from './stateOf';
import type { MilestoneData } from './work';

interface MilestoneTableProps {
  name: string;
  milestones: readonly MilestoneData[];
  mayOpen: (milestone: MilestoneData) => boolean;
  onOpen: (milestone: MilestoneData) => void;
}

/** The same as the chart, in words alone. */
export function MilestoneTable({ name, milestones, mayOpen, onOpen }: MilestoneTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useList();
  const names = new Map(milestones.map((milestone) => [milestone.id, milestone.name]));
  return (
    <Table aria-label={t('work.milestonesOf', { name })} verticalSpacing={6} horizontalSpacing={10}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('work.milestone')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('work.owner')}</Table.Th>
          <Table.Th>{t('work.days')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('work.dependsOn')}</Table.Th>
          <Table.Th ta="end">{t('work.percent')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {milestones.map((milestone) => {
          const state = stateOf(milestone);
          return (
            <Table.Tr key={milestone.id}>
              <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
                {mayOpen(milestone) ? (
                  <Anchor component="button" type="button" size="sm" ta="start" onClick={() => onOpen(milestone)}>
                    {milestone.name}
                  </Anchor>
                ) : (
                  milestone.name
                )}
                <Text size="xs" c="dimmed" hiddenFrom="sm">
                  {milestone.owner.name}
                </Text>
              </Table.Th>
              <Table.Td visibleFrom="sm" className="number">
                {milestone.owner.name}
              </Table.Td>
              <Table.Td>
                <span className="number">{formatDay(milestone.start, language)} –</span> <span className="number">{formatDay(milestone.due, language)}</span>
                {state !== 'OPEN' && (
                  <Group gap={3} c={state === 'LATE' ? '#a3161a' : '#14603a'} fw={600} fz={12}>
                    <Icon name={state === 'LATE' ? 'warning' : 'check'} size={13} />
                    {t(`work.state.${state}`)}
                  </Group>
                )}
              </Table.Td>
              <Table.Td visibleFrom="sm" style={{ overflowWrap: 'anywhere' }}>
                {milestone.dependsOn.length === 0 ? '—' : list.format(milestone.dependsOn.map((id) => names.get(id) ?? ''))}
              </Table.Td>
              <Table.Td ta="end" className="number">
                {t('common.percent', { percent: milestone.percentComplete })}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
