import { Button, Table, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { memo, useState, type KeyboardEvent } from 'react';
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
import { ruleScoreOf, type Draft } from './distribution';

export interface CalibrationRowProps {
  card: BoardCardData;
  draft: Draft | undefined;
  /** Stands where the row has no note of its own. */
  commonNote: string;
  /** What stands for all at the moment of saving. */
  latestCommonNote: () => string;
  onDraft: (id: string, draft: Draft | null) => void;
  onDone: (id: string) => void;
  /** Goes on from a field to that of another row. */
  onStep: (from: HTMLElement, step: number) => void;
}

const write = (score: string | null | undefined) => (score ? groupDecimal(score, 2) : '—');

/** One who was appraised, to be calibrated where he stands: Enter saves and goes on to the next, the arrows go up and down. Drawn anew only when something of it changes, since there may be thousands. */
export const CalibrationRow = memo(function CalibrationRow({ card, draft: typed, commonNote, latestCommonNote, onDraft, onDone, onStep }: CalibrationRowProps) {
  const { t } = useTranslation();
  const calibrate = useCommand(CalibrateAppraisal);
  const [refusal, setRefusal] = useState<string | null>(null);
  const may = card.viewerMay.includes('CALIBRATE');
  const draft: Draft = typed ?? { finalScore: card.appraisal?.finalScore ?? card.score, grade: card.appraisal?.grade ?? '', note: card.appraisal?.calibrationNote ?? '' };
  const { name } = card.person;

  function change(part: Partial<Draft>) {
    setRefusal(null);
    onDraft(card.id, { ...draft, ...part });
  }

  async function save(): Promise<boolean> {
    const { finalScore, grade } = draft;
    const note = draft.note.trim() === '' ? latestCommonNote() : draft.note;
    if (finalScore === null || toUnits(finalScore) === null || grade.trim() === '' || note.trim() === '') {
      setRefusal(t('calibrating.fillIn'));
      return false;
    }
    const { done, errors, failure } = await calibrate.run({ scorecardId: card.id, finalScore, grade, note });
    setRefusal(done ? null : failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' '));
    if (!done) return false;
    notifications.show({ message: t('calibrating.releasedTo', { name }) });
    onDone(card.id);
    return true;
  }

  function onKey(event: KeyboardEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    if (target.tagName !== 'INPUT' || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!calibrate.busy) void save().then((done) => done && onStep(target, 1));
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      onStep(target, event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  return (
    <>
      <Table.Tr data-row={card.person.employeeNumber} data-typed={typed !== undefined} onKeyDown={onKey}>
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
              <Button size="compact-sm" variant={card.status === 'APPRAISED' ? 'filled' : 'default'} loading={calibrate.busy} aria-label={t('calibrating.releaseOf', { name })} onClick={() => void save()}>
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
    </>
  );
});
