import { Button, Table, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Fragment, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { NumberCell } from '../../../components/NumberCell';
import { groupDecimal } from '../../../format/decimal';
import { toUnits } from '../../../format/sums';
import { CalibrateAppraisal } from '../appraisals/appraisals';
import { ScorecardBadge } from '../scorecards/ScorecardBadge';
import type { BoardCardData } from './board';
import styles from './Calibration.module.css';
import { compare, ruleScoreOf, standingOf, type Draft, type Drafts } from './distribution';

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

const write = (score: string | null | undefined) => (score ? groupDecimal(score, 2) : '—');

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

/** The appraised, each to be calibrated in its row: Enter saves and goes on to the next, the arrows go up and down. */
export function CalibrationTable({ cards, order, drafts, commonNote, onDraft, onDone }: CalibrationTableProps) {
  const { t } = useTranslation();
  const calibrate = useCommand(CalibrateAppraisal);
  const table = useRef<HTMLTableSectionElement>(null);
  const [saving, setSaving] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const [limit, setLimit] = useState(few);
  const sorted = useMemo(() => ordered(cards, order), [cards, order]);
  const shown = sorted.slice(0, limit);

  const draftOf = (card: BoardCardData): Draft =>
    drafts.get(card.id) ?? { finalScore: card.appraisal?.finalScore ?? card.score, grade: card.appraisal?.grade ?? '', note: card.appraisal?.calibrationNote ?? '' };

  const refuse = (id: string, message: string | null) =>
    setRefusals((before) => {
      const next = new Map(before);
      if (message === null) next.delete(id);
      else next.set(id, message);
      return next;
    });

  async function save(card: BoardCardData): Promise<boolean> {
    const { finalScore, grade, note } = draftOf(card);
    const words = note.trim() === '' ? commonNote : note;
    if (finalScore === null || toUnits(finalScore) === null || grade.trim() === '' || words.trim() === '') {
      refuse(card.id, t('calibrating.fillIn'));
      return false;
    }
    setSaving(card.id);
    const { done, errors, failure } = await calibrate.run({ scorecardId: card.id, finalScore, grade, note: words });
    setSaving(null);
    refuse(card.id, done ? null : failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' '));
    if (!done) return false;
    notifications.show({ message: t('calibrating.releasedTo', { name: card.person.name }) });
    onDone(card.id);
    return true;
  }

  function focusRow(from: HTMLElement, step: number) {
    const rows = [...(table.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])];
    const row = from.closest<HTMLElement>('tr[data-row]');
    const column = from.closest<HTMLElement>('td')?.dataset.column;
    if (!row || !column) return;
    for (let at = rows.indexOf(row) + step; at >= 0 && at < rows.length; at += step) {
      const cell = rows[at]?.querySelector<HTMLElement>(`td[data-column="${column}"] input`);
      if (!cell) continue;
      cell.focus();
      return;
    }
  }

  function onKey(event: KeyboardEvent<HTMLElement>, card: BoardCardData) {
    const target = event.target as HTMLElement;
    if (target.tagName !== 'INPUT' || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const next = () => focusRow(target, 1);
      void save(card).then((done) => done && next());
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      focusRow(target, event.key === 'ArrowDown' ? 1 : -1);
    }
  }

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
            {shown.map((card) => {
              const may = card.viewerMay.includes('CALIBRATE');
              const draft = draftOf(card);
              const change = (part: Partial<Draft>) => {
                refuse(card.id, null);
                onDraft(card.id, { ...draft, ...part });
              };
              const refusal = refusals.get(card.id);
              const { name } = card.person;
              return (
                <Fragment key={card.id}>
                  <Table.Tr data-row={card.person.employeeNumber} data-typed={drafts.has(card.id)} onKeyDown={(event) => onKey(event, card)}>
                    <Table.Th scope="row" fw={400}>
                      <Link className="plain-link" to={`/scorecards/${card.id}`}>
                        {name}
                      </Link>
                    </Table.Th>
                    <Table.Td>{card.person.unit.name}</Table.Td>
                    <Table.Td>
                      <ScorecardBadge status={card.status} />
                    </Table.Td>
                    <Table.Td ta="end" className="number">
                      {write(card.appraisal?.selfScore)}
                    </Table.Td>
                    <Table.Td ta="end" className="number">
                      {write(ruleScoreOf(card))}
                    </Table.Td>
                    <Table.Td ta="end" className="number">
                      {write(card.score)}
                    </Table.Td>
                    {may ? (
                      <>
                        <Table.Td data-column="score">
                          <NumberCell cell={`score ${card.id}`} label={t('calibrating.finalOf', { name })} decimals={2} value={draft.finalScore} onChange={(finalScore) => change({ finalScore })} />
                        </Table.Td>
                        <Table.Td data-column="grade">
                          <TextInput size="xs" maxLength={20} autoComplete="off" aria-label={t('calibrating.gradeOf', { name })} value={draft.grade} onChange={(event) => change({ grade: event.currentTarget.value })} />
                        </Table.Td>
                        <Table.Td data-column="note">
                          <TextInput size="xs" maxLength={2000} autoComplete="off" aria-label={t('calibrating.noteOf', { name })} placeholder={commonNote} value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
                        </Table.Td>
                        <Table.Td>
                          <Button size="compact-sm" variant={card.status === 'APPRAISED' ? 'filled' : 'default'} loading={saving === card.id} disabled={saving !== null && saving !== card.id} aria-label={t('calibrating.releaseOf', { name })} onClick={() => void save(card)}>
                            {t(card.status === 'APPRAISED' ? 'calibrating.release' : 'calibrating.again')}
                          </Button>
                        </Table.Td>
                      </>
                    ) : (
                      <>
                        <Table.Td ta="end" className="number" fw={600}>
                          {write(card.appraisal?.finalScore)}
                        </Table.Td>
                        <Table.Td>{card.appraisal?.grade ?? '—'}</Table.Td>
                        <Table.Td style={{ overflowWrap: 'anywhere' }}>{card.appraisal?.calibrationNote ?? ''}</Table.Td>
                        <Table.Td />
                      </>
                    )}
                  </Table.Tr>
                  {refusal && (
                    <Table.Tr>
                      <Table.Td colSpan={10}>
                        <Text size="sm" c="red.9" role="alert">
                          {refusal}
                        </Text>
                      </Table.Td>
                    </Table.Tr>
                  )}
                </Fragment>
              );
            })}
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
