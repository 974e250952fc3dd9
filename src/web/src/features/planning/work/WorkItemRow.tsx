import { Anchor, Checkbox, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { Icon } from '../../../components/Icon';
import { formatDay } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { ReportWorkItem, type WorkItemData } from './work';

interface WorkItemRowProps {
  item: WorkItemData;
  mayEdit: boolean;
  onEdit: () => void;
  onDone: () => void;
}

/** One piece of work, which its owner ticks off. */
export function WorkItemRow({ item, mayEdit, onEdit, onDone }: WorkItemRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const report = useCommand(ReportWorkItem);
  const [refusal, setRefusal] = useState<string>();
  // What was ticked shows at once, until the item is read anew.
  const [ticked, setTicked] = useState<{ version: number; done: boolean }>();
  const isDone = ticked?.version === item.version ? ticked.done : item.done;

  async function tick(next: boolean) {
    setRefusal(undefined);
    setTicked({ version: item.version, done: next });
    const { done, errors, failure } = await report.run({ workItemId: item.id, expectedVersion: item.version, done: next });
    if (!done) {
      setTicked(undefined);
      setRefusal(failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' '));
    }
    onDone();
  }

  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          aria-label={t('work.isDone', { title: item.title })}
          checked={isDone}
          disabled={!item.viewerMayReport || report.busy}
          onChange={(event) => void tick(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
        {mayEdit ? (
          <Anchor component="button" type="button" size="sm" ta="start" td={isDone ? 'line-through' : undefined} onClick={onEdit}>
            {item.title}
          </Anchor>
        ) : (
          <Text size="sm" td={isDone ? 'line-through' : undefined}>
            {item.title}
          </Text>
        )}
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {item.owner.name}
        </Text>
        {refusal && (
          <Text size="sm" c="red.9" role="alert">
            {refusal}
          </Text>
        )}
      </Table.Th>
      <Table.Td visibleFrom="sm">{item.owner.name}</Table.Td>
      <Table.Td ta="end">
        <span className="number">{item.due ? formatDay(item.due, language) : '—'}</span>
        {item.late && (
          <Group gap={3} justify="flex-end" c="#a3161a" fw={600} fz={12}>
            <Icon name="warning" size={13} />
            {t('work.state.LATE')}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
