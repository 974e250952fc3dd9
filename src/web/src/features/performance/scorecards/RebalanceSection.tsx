import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import { Said } from '../../monitoring/control/Said';
import { useInstant } from '../../organization/workspace/workspace';
import { DecideDrawer } from './DecideDrawer';
import type { CardData, RebalanceData } from './scorecards';
import styles from './Scorecards.module.css';
import { WeightsDrawer } from './WeightsDrawer';

type Doing = { rebalance: RebalanceData; action: RebalanceData['viewerMay'][number] };

/** How the weights changed, or are to change, since an item is exempt (S7.6). */
export function RebalanceSection({ card, onDone }: { card: CardData; onDone: () => void }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  if (card.rebalances.length === 0) return null;
  return (
    <Section title={t('scorecards.rebalances')}>
      <ul className={styles.list} aria-label={t('scorecards.rebalances')}>
        {[...card.rebalances].reverse().map((rebalance) => (
          <li key={rebalance.id} className={styles.item} data-rebalance={rebalance.status}>
            <Rebalance card={card} rebalance={rebalance} onDo={(action) => setDoing({ rebalance, action })} />
          </li>
        ))}
      </ul>
      {doing?.action === 'DECIDE' && <DecideDrawer card={card} rebalance={doing.rebalance} onDone={onDone} onClose={close} />}
      {doing && doing.action !== 'DECIDE' && <WeightsDrawer card={card} rebalance={doing.rebalance} isRequest={doing.action === 'REQUEST'} onDone={onDone} onClose={close} />}
    </Section>
  );
}

interface RebalanceProps {
  card: CardData;
  rebalance: RebalanceData;
  onDo: (action: Doing['action']) => void;
}

function Rebalance({ card, rebalance, onDo }: RebalanceProps) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { status, cause, requestedBy, confirmedBy, confirmedAt, reason, viewerMay } = rebalance;
  return (
    <>
      <Group gap="xs" wrap="wrap" justify="space-between">
        <Text size="sm" style={{ flex: '1 1 260px', overflowWrap: 'anywhere' }}>
          <strong>{t(`enums.RebalanceStatus.${status}`)}</strong>
          {' · '}
          <Link className="text-link" to={`/objectives/${cause.objective.id}`}>
            {cause.objective.title}
          </Link>
        </Text>
        {viewerMay.length > 0 && (
          <Group gap="xs">
            {viewerMay.map((action) => (
              <Button key={action} onClick={() => onDo(action)}>
                {t(`scorecards.do.${action}`)}
              </Button>
            ))}
          </Group>
        )}
      </Group>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('scorecards.causedBy', { cause: cause.externalCause })}
      </Text>
      <WeightTable card={card} rebalance={rebalance} />
      {requestedBy && <Text size="sm">{t('scorecards.askedBy', { name: requestedBy.name })}</Text>}
      {confirmedAt && (
        <Text size="sm">{confirmedBy ? t(status === 'REJECTED' ? 'scorecards.rejectedBy' : 'scorecards.confirmedBy', { name: confirmedBy.name, at: instant(confirmedAt) }) : t('scorecards.followed', { at: instant(confirmedAt) })}</Text>
      )}
      {reason && (
        <dl style={{ margin: '4px 0 0' }}>
          <Said label={t('scorecards.reason')} text={reason} />
        </dl>
      )}
    </>
  );
}

function WeightTable({ card, rebalance: { before, after, scoreBefore, scoreAfter } }: { card: CardData; rebalance: RebalanceData }) {
  const { t } = useTranslation();
  const titles = new Map(card.items.map((item) => [item.id, item.objective.title]));
  const afterOf = new Map(after.map(({ item, weight }) => [item.id, weight]));
  const write = (score: string | null) => (score === null ? '—' : groupDecimal(score, 2));
  return (
    <Table verticalSpacing={3} horizontalSpacing={8} maw={720} my={6} aria-label={t('scorecards.weights')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('scorecards.weights')}</Table.Th>
          <Table.Th ta="end">{t('scorecards.before')}</Table.Th>
          <Table.Th ta="end">{t('scorecards.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {before.map(({ item, weight }) => (
          <Table.Tr key={item.id}>
            <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
              {titles.get(item.id) ?? '—'}
            </Table.Th>
            <Table.Td ta="end" className="number">
              {groupDecimal(weight)}
            </Table.Td>
            <Table.Td ta="end" className="number" fw={afterOf.get(item.id) === weight ? undefined : 600}>
              {afterOf.has(item.id) ? groupDecimal(afterOf.get(item.id) ?? '') : '—'}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{t('scorecards.score')}</Table.Th>
          <Table.Td ta="end" className="number" fw={600}>
            {write(scoreBefore)}
          </Table.Td>
          <Table.Td ta="end" className="number" fw={600}>
            {write(scoreAfter)}
          </Table.Td>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
