import { ActionIcon, Table, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Bar } from '../../../components/Bar';
import { Icon } from '../../../components/Icon';
import { groupDecimal } from '../../../format/decimal';
import { percentOfOne } from '../../../format/percent';
import { reach } from '../../../format/sums';
import { useInstant } from '../../organization/workspace/workspace';
import { ItemGround } from './ItemGround';
import type { CardData, CardItem } from './scorecards';
import styles from './Scorecards.module.css';

const columns = 8;

const scoreText = (value: string | null) => (value === null ? '—' : groupDecimal(value, 2));

export const signed = (points: string) => (points.startsWith('-') ? groupDecimal(points) : `+${groupDecimal(points)}`);

/** Item by item how the score came about; each opens down to the entries that it rests on. */
export function ScoreTable({ card }: { card: CardData }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const steps = new Map(card.explanation.map((step) => [step.item.id, step]));
  const contributions = card.explanation.map((step) => step.contribution ?? '0');
  const toggle = (id: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <Table aria-label={t('scorecards.items')} className={styles.scores}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={styles.opener}>
            <span className="visually-hidden">{t('common.actions')}</span>
          </Table.Th>
          <Table.Th>{t('scorecards.objective')}</Table.Th>
          <Table.Th ta="end">{t('scorecards.weight')}</Table.Th>
          <Table.Th ta="end" className={styles.wide}>
            {t('scorecards.attainment')}
          </Table.Th>
          <Table.Th ta="end" className={styles.wide}>
            {t('scorecards.ruleScore')}
          </Table.Th>
          <Table.Th ta="end" className={styles.wide}>
            {t('scorecards.adjustment')}
          </Table.Th>
          <Table.Th ta="end" className={styles.wide}>
            {t('scorecards.itemScore')}
          </Table.Th>
          <Table.Th ta="end">{t('scorecards.contribution')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {card.items.map((item) => {
          const step = steps.get(item.id);
          const isOpen = open.has(item.id);
          return (
            <Fragment key={item.id}>
              <Table.Tr data-item={item.id}>
                <Table.Td className={styles.opener}>
                  <ActionIcon variant="subtle" color="gray.7" aria-expanded={isOpen} aria-label={t('scorecards.why', { title: item.objective.title })} onClick={() => toggle(item.id)}>
                    <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} />
                  </ActionIcon>
                </Table.Td>
                <Table.Th scope="row" fw={400} style={{ overflowWrap: 'anywhere' }}>
                  <Link className="plain-link" to={`/objectives/${item.objective.id}`}>
                    {item.objective.title}
                  </Link>
                  {item.status === 'EXEMPT' && <div className={styles.exempt}>{t('enums.ScorecardItemStatus.EXEMPT')}</div>}
                </Table.Th>
                <Table.Td ta="end" className="number">
                  {groupDecimal(item.weight)}
                </Table.Td>
                <Table.Td ta="end" className={`number ${styles.wide}`}>
                  {item.attainment === null ? '—' : t('common.percent', { percent: groupDecimal(percentOfOne(item.attainment), 1) })}
                </Table.Td>
                <Table.Td ta="end" className={`number ${styles.wide}`}>
                  {scoreText(item.ruleScore)}
                </Table.Td>
                <Table.Td ta="end" className={`number ${styles.wide}`}>
                  {item.adjustment ? signed(item.adjustment.points) : '—'}
                </Table.Td>
                <Table.Td ta="end" className={`number ${styles.wide}`}>
                  {scoreText(item.score)}
                </Table.Td>
                <Table.Td ta="end" className="number" miw={86}>
                  {scoreText(step?.contribution ?? null)}
                  {step?.contribution && <Bar length={reach(step.contribution, contributions)} />}
                </Table.Td>
              </Table.Tr>
              <Table.Tr className={isOpen ? undefined : styles.printOnly}>
                <Table.Td colSpan={columns} className={styles.detail}>
                  {step && <Text size="sm">{step.text}</Text>}
                  {item.adjustment && <Adjusted item={item} />}
                  {item.exemptedBy && <Text size="sm">{t('scorecards.exemptFor', { cause: item.exemptedBy.externalCause })}</Text>}
                  {isOpen && <ItemGround objectiveId={item.objective.id} />}
                </Table.Td>
              </Table.Tr>
            </Fragment>
          );
        })}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Td className={styles.opener} />
          <Table.Th scope="row">{t('scorecards.total')}</Table.Th>
          <Table.Td ta="end" className="number" fw={600}>
            {groupDecimal(card.totalWeight)}
          </Table.Td>
          <Table.Td className={styles.wide} />
          <Table.Td className={styles.wide} />
          <Table.Td className={styles.wide} />
          <Table.Td className={styles.wide} />
          <Table.Td ta="end" className="number" fw={600}>
            {scoreText(card.score)}
          </Table.Td>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

function Adjusted({ item }: { item: CardItem }) {
  const { t } = useTranslation();
  const instant = useInstant();
  if (!item.adjustment) return null;
  const { points, reason, by, at } = item.adjustment;
  return <Text size="sm">{t('scorecards.adjusted', { points: signed(points), name: by.name, at: instant(at), reason })}</Text>;
}
