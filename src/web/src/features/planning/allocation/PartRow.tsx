import { ActionIcon, Badge, Checkbox, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../../components/Bar';
import { Icon } from '../../../components/Icon';
import { NumberCell } from '../../../components/NumberCell';
import type { Choice } from '../../../components/RemoteSelect';
import type { DecimalText } from '../../../api/graphql';
import { groupDecimal } from '../../../format/decimal';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import type { AllocationPart } from './allocation';

interface PartRowProps {
  part: AllocationPart;
  decimals: number;
  /** 0 to 1, among all parts. */
  length: number;
  included: boolean;
  locked: DecimalText | undefined;
  owner: Choice | null;
  onInclude: (included: boolean) => void;
  onLock: (value: DecimalText | null) => void;
  onOwner: (owner: Choice | null) => void;
}

/** One recipient's part: what it is, why, and who answers for it. */
export function PartRow({ part, decimals, length, included, locked, owner, onInclude, onLock, onOwner }: PartRowProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const name = part.recipientName;
  return (
    <>
      <Table.Tr opacity={included ? 1 : 0.6}>
        <Table.Td w={32} px={6}>
          <Checkbox size="xs" aria-label={t('allocation.include', { name })} checked={included} onChange={(event) => onInclude(event.currentTarget.checked)} />
        </Table.Td>
        <Table.Th scope="row" fw={400}>
          <Group gap={6} wrap="nowrap">
            <ActionIcon variant="subtle" color="gray.7" size="sm" aria-expanded={open} aria-label={t('allocation.explain', { name })} onClick={() => setOpen(!open)}>
              <Icon name={open ? 'close' : 'list'} size={13} />
            </ActionIcon>
            <span style={{ overflowWrap: 'anywhere' }}>{name}</span>
            <Badge size="xs" variant="default" visibleFrom="sm">
              {t(part.objective ? 'allocation.existing' : 'allocation.new')}
            </Badge>
          </Group>
        </Table.Th>
        <Table.Td miw={140} w={190}>
          <Group gap={4} wrap="nowrap">
            <NumberCell
              cell={part.recipient.id}
              label={t('allocation.partOf', { name })}
              decimals={decimals}
              disabled={!included}
              value={locked ?? (included ? part.value : null)}
              onChange={onLock}
            />
            {locked !== undefined && (
              <ActionIcon variant="subtle" color="gray.7" size="sm" aria-label={t('allocation.unlock', { name })} title={t('allocation.locked')} onClick={() => onLock(null)}>
                <Icon name="refresh" size={13} />
              </ActionIcon>
            )}
          </Group>
        </Table.Td>
        <Table.Td className="number" ta="end" visibleFrom="xs">
          {included ? t('common.percent', { percent: percent(part.share) }) : '—'}
        </Table.Td>
        <Table.Td visibleFrom="md" w={140}>
          <Bar length={included ? length : 0} muted={locked !== undefined} />
        </Table.Td>
        <Table.Td className="number" ta="end" visibleFrom="sm">
          {part.previousActual === null ? '—' : groupDecimal(part.previousActual, decimals)}
        </Table.Td>
        <Table.Td visibleFrom="sm">
          {part.owner && !owner ? `${part.owner.name} (${part.owner.employeeNumber})` : !included ? '—' : <PersonPicker label={t('allocation.ownerOf', { name })} value={owner} onChange={onOwner} />}
        </Table.Td>
      </Table.Tr>
      {included && (!part.owner || owner) && (
        <Table.Tr hiddenFrom="sm">
          <Table.Td colSpan={7}>
            <PersonPicker label={t('allocation.ownerOf', { name })} value={owner} onChange={onOwner} />
          </Table.Td>
        </Table.Tr>
      )}
      {open && (
        <Table.Tr>
          <Table.Td colSpan={7} bg="var(--page)">
            {part.contributions.length === 0 || part.locked ? (
              <Text size="sm" c="dimmed">
                {t(part.locked ? 'allocation.fixedHint' : 'allocation.noFactors')}
              </Text>
            ) : (
              <Table aria-label={t('allocation.explain', { name })} verticalSpacing={2} maw={520}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('allocation.factor')}</Table.Th>
                    <Table.Th ta="end">{t('allocation.score')}</Table.Th>
                    <Table.Th ta="end">{t('allocation.contribution')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {part.contributions.map((one) => (
                    <Table.Tr key={one.factor}>
                      <Table.Td>{t(`enums.AllocationFactor.${one.factor}`)}</Table.Td>
                      <Table.Td ta="end" className="number">
                        {groupDecimal(one.score)}
                      </Table.Td>
                      <Table.Td ta="end" className="number">
                        {t('common.percent', { percent: percent(one.share) })}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** With two digits after the point, cut; the exact figure is the part itself. */
export const percent = (share: DecimalText): string => {
  const [whole = '0', fraction = ''] = share.split('.');
  return `${whole}.${fraction.padEnd(2, '0').slice(0, 2)}`;
};
