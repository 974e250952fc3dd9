import { ActionIcon, Group, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { Icon } from '../../../components/Icon';
import { usePhone } from '../../../components/usePhone';
import { groupDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import type { CardLine } from './cards';
import { ItemsDrawer } from './ItemsDrawer';
import { ScorecardBadge } from './ScorecardBadge';
import { ActivateScorecard } from './scorecards';

interface CardTableProps {
  cards: readonly CardLine[];
  cycleId: string;
  /** They are read anew; what they stood at may be past. */
  isReading: boolean;
  onDone: () => void;
}

const scoreText = (value: string | null | undefined) => (value ? groupDecimal(value, 2) : '—');

const pending = ({ rebalances }: CardLine) => rebalances.some(({ status }) => status === 'PROPOSED' || status === 'REQUESTED' || status === 'HR_DECISION');

/** Scorecards, a row each, with what HR can do about them. */
export function CardTable({ cards, cycleId, isReading, onDone }: CardTableProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const activate = useCommand(ActivateScorecard);
  const [editing, setEditing] = useState<CardLine | null>(null);
  const [refused, setRefused] = useState<{ id: string; message: string } | null>(null);

  async function putInForce(card: CardLine) {
    setRefused(null);
    const { done, errors, failure } = await activate.run({ scorecardId: card.id, expectedVersion: card.version });
    if (done) {
      notifications.show({ message: t('scorecards.activated') });
      onDone();
    } else setRefused({ id: card.id, message: failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' ') });
  }

  return (
    <>
      <Table.ScrollContainer minWidth={phone ? 0 : 760}>
        <Table highlightOnHover horizontalSpacing={phone ? 'xs' : undefined} aria-label={t('scorecards.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('scorecards.person')}</Table.Th>
              <Table.Th visibleFrom="sm">
                {t('people.unit')}
              </Table.Th>
              <Table.Th>{t('scorecards.status')}</Table.Th>
              <Table.Th ta="end" visibleFrom="sm">
                {t('scorecards.itemCount')}
              </Table.Th>
              <Table.Th ta="end" visibleFrom="sm">
                {t('scorecards.weight')}
              </Table.Th>
              <Table.Th ta="end">{t('scorecards.score')}</Table.Th>
              <Table.Th ta="end" visibleFrom="sm">
                {t('scorecards.evidence')}
              </Table.Th>
              <Table.Th ta="end" visibleFrom="sm">
                {t('appraisals.finalScore')}
              </Table.Th>
              <Table.Th visibleFrom="sm">
                {t('appraisals.grade')}
              </Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('common.actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cards.map((card) => (
              <Table.Tr key={card.id} data-card={card.person.employeeNumber}>
                <Table.Th scope="row" fw={400}>
                  <Link className="plain-link" to={`/scorecards/${card.id}`}>
                    {card.person.name}
                  </Link>
                  <Text size="xs" c="dimmed" className="number">
                    {card.person.employeeNumber}
                  </Text>
                  <Text size="xs" c="dimmed" hiddenFrom="sm">
                    {card.person.unit.name}
                  </Text>
                </Table.Th>
                <Table.Td visibleFrom="sm">{card.person.unit.name}</Table.Td>
                <Table.Td>
                  <ScorecardBadge status={card.status} />
                  {pending(card) && (
                    <Text size="xs" c="dimmed">
                      {t('scorecards.weightsWait')}
                    </Text>
                  )}
                  {refused?.id === card.id && (
                    <Text size="xs" c="red.9" role="alert" maw={280} style={{ whiteSpace: 'normal' }}>
                      {refused.message}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="end" className="number" visibleFrom="sm">
                  {card.items.length}
                </Table.Td>
                <Table.Td ta="end" className="number" visibleFrom="sm">
                  {groupDecimal(card.totalWeight)}
                </Table.Td>
                <Table.Td ta="end" className="number">
                  {scoreText(card.score)}
                </Table.Td>
                <Table.Td ta="end" className="number" visibleFrom="sm">
                  {card.evidenceShare === null ? '—' : t('common.percent', { percent: groupDecimal(percentOfOne(card.evidenceShare), 1) })}
                </Table.Td>
                <Table.Td ta="end" className="number" visibleFrom="sm">
                  {scoreText(card.appraisal?.finalScore)}
                </Table.Td>
                <Table.Td visibleFrom="sm">{card.appraisal?.grade ?? '—'}</Table.Td>
                <Table.Td>
                  <Group gap={4} wrap="nowrap" justify="flex-end">
                    {card.viewerMay.includes('ACTIVATE') && (
                      <ActionIcon variant="subtle" color="gray.8" aria-label={t('scorecards.activateOf', { name: card.person.name })} title={t('scorecards.activate')} loading={activate.busy || isReading} onClick={() => void putInForce(card)}>
                        <Icon name="check" />
                      </ActionIcon>
                    )}
                    {card.viewerMay.includes('EDIT') && (
                      <ActionIcon variant="subtle" color="gray.8" aria-label={t('scorecards.editOf', { name: card.person.name })} title={t('scorecards.edit')} onClick={() => setEditing(card)}>
                        <Icon name="edit" />
                      </ActionIcon>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {editing && <ItemsDrawer cycleId={cycleId} person={editing.person} card={editing} onDone={onDone} onClose={() => setEditing(null)} />}
    </>
  );
}
