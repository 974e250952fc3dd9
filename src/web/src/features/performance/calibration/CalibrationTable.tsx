import { Button, Table } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCardData } from './board';
import styles from './Calibration.module.css';
import { CalibrationRow } from './CalibrationRow';
import { compare, standingOf, type Draft, type Drafts } from './distribution';

export const orders = ['unit', 'high', 'low', 'name'] as const;

export type Order = (typeof orders)[number];

interface CalibrationTableProps {
  cards: readonly BoardCardData[];
  order: Order;
  drafts: Drafts;
  /** For rows that have none of their own. */
  commonNote: string;
  onDraft: (id: string, draft: Draft | null) => void;
  onDone: (id: string) => void;
}

const few = 100;

/** Keeps its order while one types: it follows from what was appraised. */
function ordered(cards: readonly BoardCardData[], order: Order): BoardCardData[] {
  const none: Drafts = new Map();
  const byScore = (a: BoardCardData, b: BoardCardData) => compare(standingOf(b, none).score, standingOf(a, none).score);
  const byName = (a: BoardCardData, b: BoardCardData) => a.person.name.localeCompare(b.person.name);
  const compared: Record<Order, (a: BoardCardData, b: BoardCardData) => number> = {
    unit: (a, b) => a.person.unit.name.localeCompare(b.person.unit.name) || byScore(a, b),
    high: byScore,
    low: (a, b) => byScore(b, a),
    name: byName,
  };
  return [...cards].sort((a, b) => compared[order](a, b) || byName(a, b));
}

/** The appraised, row by row, some hundred at first. */
export function CalibrationTable({ cards, order, drafts, commonNote, onDraft, onDone }: CalibrationTableProps) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableSectionElement>(null);
  const [limit, setLimit] = useState(few);
  const sorted = useMemo(() => ordered(cards, order), [cards, order]);
  const shown = sorted.slice(0, limit);
  const latest = useRef(commonNote);
  useEffect(() => {
    latest.current = commonNote;
  }, [commonNote]);
  const latestCommonNote = useCallback(() => latest.current, []);
  const placeholder = useDeferredValue(commonNote);

  const step = useCallback((from: HTMLElement, by: number) => {
    const rows = [...(table.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])];
    const row = from.closest<HTMLElement>('tr[data-row]');
    const column = from.closest<HTMLElement>('td')?.dataset.column;
    if (!row || !column) return;
    for (let at = rows.indexOf(row) + by; at >= 0 && at < rows.length; at += by) {
      const cell = rows[at]?.querySelector<HTMLElement>(`td[data-column="${column}"] input`);
      if (!cell) continue;
      cell.focus();
      return;
    }
  }, []);

  return (
    <>
      <Table.ScrollContainer minWidth={1060}>
        <Table className={styles.rows} aria-label={t('calibrating.appraisals')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('scorecards.person')}</Table.Th>
              <Table.Th>{t('people.unit')}</Table.Th>
              <Table.Th>{t('scorecards.status')}</Table.Th>
              <Table.Th ta="end">{t('calibrating.own')}</Table.Th>
              <Table.Th ta="end">{t('calibrating.rule')}</Table.Th>
              <Table.Th ta="end">{t('calibrating.leader')}</Table.Th>
              <Table.Th ta="end" w={96}>
                {t('appraisals.finalScore')}
              </Table.Th>
              <Table.Th w={84}>{t('appraisals.grade')}</Table.Th>
              <Table.Th miw={180}>{t('appraisals.note')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('common.actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody ref={table}>
            {shown.map((card) => (
              <CalibrationRow key={card.id} card={card} draft={drafts.get(card.id)} commonNote={placeholder} latestCommonNote={latestCommonNote} onDraft={onDraft} onDone={onDone} onStep={step} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.length < sorted.length && (
        <div style={{ textAlign: 'center', padding: 10 }}>
          <Button variant="default" onClick={() => setLimit(limit + few)}>
            {t('common.more', { shown: shown.length, total: sorted.length })}
          </Button>
        </div>
      )}
    </>
  );
}
