import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { groupDecimal } from '../../../format/decimal';
import { percentOf, subtract } from '../../../format/exact';
import { TargetText } from '../objectives/TargetText';
import { isSettled, versionsOf, type NegotiatedData, type StateData } from './negotiation';

/** What each side wants beside the other, and by how much they differ. */
export function VersionTable({ objective, state }: { objective: NegotiatedData; state: StateData }) {
  const { t } = useTranslation();
  const { measure } = objective;
  const { owner, leader } = versionsOf(objective.negotiation);
  const both = owner?.target && leader?.target ? { a: owner.target, b: leader.target } : null;
  const percent = both && percentOf(both.a, both.b);
  const difference = both && subtract(both.a, both.b);
  const cell = (target: string | null | undefined) => (target ? <TargetText target={target} measure={measure} /> : <Text span size="sm" c="dimmed">{t('negotiation.nothingYet')}</Text>);
  const stands = (yes: boolean) => t(yes ? 'negotiation.stands' : 'negotiation.open');
  return (
    <Table layout="fixed" verticalSpacing={6} horizontalSpacing="md" aria-label={t('negotiation.versions')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          <Table.Th scope="col">{t('negotiation.ownersVersion', { name: objective.owner.name })}</Table.Th>
          <Table.Th scope="col">{t('negotiation.leadersVersion', { name: state.leader?.name ?? t('negotiation.anyExecutive') })}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th scope="row">{t('negotiation.lastWord')}</Table.Th>
          <Table.Td>{cell(owner?.target)}</Table.Td>
          <Table.Td>{cell(leader?.target)}</Table.Td>
        </Table.Tr>
        {difference && (
          <Table.Tr>
            <Table.Th scope="row">{t('negotiation.difference')}</Table.Th>
            <Table.Td colSpan={2}>
              <strong>
                <TargetText target={difference} measure={measure} />
              </strong>
              {percent && ` (${t('common.percent', { percent: groupDecimal(percent) })})`}
            </Table.Td>
          </Table.Tr>
        )}
        <Table.Tr>
          <Table.Th scope="row">{t(isSettled(objective.status) ? 'negotiation.agreedTarget' : 'negotiation.onTheTable')}</Table.Th>
          <Table.Td colSpan={2}>
            <TargetText target={state.target} measure={measure} />
          </Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th scope="row">{t('negotiation.standsBy')}</Table.Th>
          <Table.Td>{stands(state.ownerStands)}</Table.Td>
          <Table.Td>{stands(state.leaderStands)}</Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}
