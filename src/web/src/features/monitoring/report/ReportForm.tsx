import { Alert, Anchor, Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { Icon } from '../../../components/Icon';
import { useChoices, type Choices } from '../../../components/useChoices';
import { usePhone } from '../../../components/usePhone';
import { formatMonth } from '../../../format/dates';
import { useLanguage } from '../../../i18n/useLanguage';
import { useWorkspace } from '../../organization/workspace/workspace';
import { monthsOf } from '../../planning/cycles/months';
import { CorrectDrawer } from '../actuals/CorrectDrawer';
import { change, redo, saved, settle, typeInto, undo, type Drafts } from './drafts';
import { ReportList } from './ReportList';
import { ReportSheet } from './ReportSheet';
import { entryOf, inputOf, keyOf, mostEntries, placeRefusals, pointOf, readCells, RecordActuals, typedFigure, type RecordedActual, type ReportedObjective } from './reporting';
import { askedMonths, dueMonth, placeBlock, placeOf, type At } from './sheet';
import { useSheetKeys } from './useSheetKeys';
import styles from './Report.module.css';

interface ReportFormProps {
  cycle: { start: string; end: string };
  closed: readonly string[];
  objectives: readonly ReportedObjective[];
  showOwners: boolean;
  drafts: Drafts;
  setDrafts: (next: (before: Drafts) => Drafts) => void;
  onReload: () => void;
}

const nothing: ReadonlyMap<string, string> = new Map();

/** The sheet of months to be filled, saved in one go. */
export function ReportForm({ cycle, closed, objectives, showOwners, drafts, setDrafts, onReload }: ReportFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const phone = usePhone();
  const { today } = useWorkspace();
  const [params, choose] = useChoices();
  const { run, busy } = useCommand(RecordActuals);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [general, setGeneral] = useState<readonly string[]>([]);
  const [told, setTold] = useState('');
  const [wanted, setWanted] = useState<{ objective: ReportedObjective; actual: RecordedActual } | null>(null);
  const [before, setBefore] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [sent, setSent] = useState({ from: objectives, cells: nothing });
  const root = useRef<HTMLDivElement>(null);
  const held = useRef<DOMStringMap>(undefined);
  // A cell that was saved becomes another one; whoever stood in it stays there.
  useEffect(() => {
    const at = held.current;
    held.current = undefined;
    if (at?.row !== undefined && document.activeElement === document.body) root.current?.querySelector<HTMLElement>(`[data-row="${at.row}"][data-column="${at.column ?? ''}"]`)?.focus();
  }, [objectives]);

  const due = dueMonth(cycle, today);
  const all = monthsOf(cycle);
  const isMissing = (month: string) => objectives.some((objective) => pointOf(objective, month)?.actual === null);
  const showsAll = params.get('months') === 'all';
  const chosen = all.find((month) => month === params.get('month')) ?? due;
  const months = phone ? [chosen] : showsAll ? all : askedMonths(cycle, closed, today, isMissing);
  const reading = readCells(drafts.cells, objectives, all);
  const unsaved = drafts.cells.size;

  const errors = new Map([...reading.problems].map(([key, problem]) => [key, t(`report.problem.${problem}`)] as const));
  for (const [key, message] of refused) if (!errors.has(key) && drafts.cells.has(key)) errors.set(key, message);

  const keyAt = ({ row, column }: At): string | null => {
    const [objective, month] = [objectives[row], months[column - 1]];
    return objective && month && !entryOf(objective, month) && placeOf(month, closed, today) === 'OPEN' ? keyOf(objective.id, month) : null;
  };

  const put = (changes: Choices) => choose(changes, { replace: true, preventScrollReset: true });

  function type(key: string, text: string) {
    setDrafts((old) => typeInto(old, key, text));
    setTold('');
    setRefused((old) => (old.has(key) ? new Map([...old].filter(([other]) => other !== key)) : old));
  }

  /** Goes to the first cell at fault, once the sheet has been drawn with it. */
  const goToFault = () => setTimeout(() => root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0);

  async function save() {
    const { entries, problems } = reading;
    if (busy) return;
    if (problems.size > 0) {
      setGeneral([t('report.unreadable', { count: problems.size })]);
      goToFault();
      return;
    }
    if (entries.length === 0) return;
    if (entries.length > mostEntries) {
      setGeneral([t('report.tooMany', { count: entries.length, most: mostEntries })]);
      return;
    }
    const { done, errors: refusals, failure } = await run({ actuals: entries.map(inputOf), source: 'REPORT' });
    if (done) {
      const cells = new Map(entries.map(({ key }) => [key, drafts.cells.get(key) ?? '']));
      if (document.activeElement instanceof HTMLElement) held.current = document.activeElement.dataset;
      setSent({ from: objectives, cells });
      setDrafts((old) => saved(old, cells));
      setBefore(new Map(objectives.filter(({ id }) => entries.some((entry) => entry.objectiveId === id)).map(({ id, progress }) => [id, progress.attainment])));
      setRefused(new Map());
      setGeneral([]);
      setTold(t('report.saved', { count: entries.length }));
      onReload();
      return;
    }
    const placed = placeRefusals(refusals, entries);
    setRefused(placed.cells);
    setGeneral([...(failure ? [describeFailure(failure, t)] : []), ...placed.general, ...(placed.cells.size > 0 ? [t('report.refused', { count: placed.cells.size })] : [])]);
    // What is closed or filled meanwhile shows as such.
    if (refusals.some(({ code }) => code === 'DUPLICATE' || code === 'PERIOD_CLOSED')) onReload();
    goToFault();
  }

  const keys = useSheetKeys({
    rows: objectives.length,
    months: months.length,
    onPaste: (block, at) => {
      const { changes, skipped, outside } = placeBlock(block, at, { rows: objectives.length, months: months.length }, keyAt);
      setDrafts((old) => change(old, changes));
      setTold([t('report.pasted', { count: changes.size }), skipped > 0 ? t('report.skipped', { count: skipped }) : '', outside > 0 ? t('report.outside', { count: outside }) : ''].join(' ').trim());
    },
    onRevert: (at, text) => {
      const key = keyAt(at);
      if (key) type(key, text);
    },
    onSettle: () => setDrafts(settle),
    onUndo: () => setDrafts(undo),
    onRedo: () => setDrafts(redo),
    onSave: () => void save(),
  });

  const parts = {
    objectives, months, closed, today, due, showOwners, before, errors,
    cells: drafts.cells,
    sent: sent.from === objectives ? sent.cells : nothing,
    isReadOnly: busy,
    onType: type,
    onCorrect: (objective: ReportedObjective, actual: RecordedActual) => setWanted({ objective, actual }),
  };
  const hidden = [...errors.keys()].filter((key) => !months.includes(key.slice(0, key.indexOf(' '))));
  return (
    <div className="surface">
      <Group p="xs" gap="xs" justify="space-between" style={{ borderBottom: '1px solid var(--line)' }}>
        {phone ? (
          <Select
            size="xs"
            aria-label={t('report.month')}
            allowDeselect={false}
            data={all.filter((month) => month <= today.slice(0, 7)).reverse().map((month) => ({ value: month, label: `${formatMonth(month, language)}${month === due ? ` · ${t('report.due')}` : closed.includes(month) ? ` · ${t('report.closed')}` : ''}` }))}
            value={chosen}
            onChange={(month) => put({ month })}
          />
        ) : (
          <SegmentedControl
            size="xs"
            aria-label={t('report.months.label')}
            data={[{ value: 'asked', label: t('report.months.asked') }, { value: 'all', label: t('report.months.all') }]}
            value={showsAll ? 'all' : 'asked'}
            onChange={(value) => put({ months: value === 'all' ? 'all' : null })}
          />
        )}
        {!phone && (
          <Text size="xs" c="dimmed">
            {t('report.keys')}
          </Text>
        )}
      </Group>
      {general.length > 0 && (
        <Alert color="red" variant="outline" m="xs" py={6} icon={<Icon name="warning" />} role="alert" title={t('common.notDone')}>
          {general.map((message) => (
            <Text key={message} size="sm">
              {message}
            </Text>
          ))}
          {hidden.length > 0 && (
            <Anchor component="button" type="button" size="sm" onClick={() => (phone ? put({ month: hidden[0]?.slice(0, 7) ?? null }) : put({ months: 'all' }))}>
              {t('report.showFaults')}
            </Anchor>
          )}
        </Alert>
      )}
      <div ref={root} {...keys}>
        {phone ? <ReportList {...parts} /> : <ReportSheet {...parts} />}
      </div>
      <div className={styles.bar}>
        <Text size="sm" role="status" style={{ flex: 1, minWidth: 0 }}>
          {unsaved > 0 ? t('report.unsaved', { count: unsaved }) : t('report.nothingUnsaved')} {reading.problems.size > 0 && t('report.invalid', { count: reading.problems.size })} {told}
        </Text>
        <Button variant="default" disabled={drafts.past.length === 0 || busy} onClick={() => setDrafts(undo)}>
          {t('report.undo')}
        </Button>
        {!phone && (
          <Button variant="default" disabled={drafts.future.length === 0 || busy} onClick={() => setDrafts(redo)}>
            {t('report.redo')}
          </Button>
        )}
        <Button loading={busy} disabled={reading.entries.length + reading.problems.size === 0} onClick={() => void save()}>
          {reading.entries.length === 0 && reading.problems.size > 0 ? t('report.toFault') : t('report.save', { count: reading.entries.length })}
        </Button>
      </div>
      {wanted && (
        <CorrectDrawer
          key={wanted.actual.id}
          objective={wanted.objective}
          actual={wanted.actual}
          typed={typedFigure(drafts.cells.get(keyOf(wanted.objective.id, wanted.actual.period)), wanted.objective.measure)}
          onDone={() => {
            setDrafts((old) => change(old, new Map([[keyOf(wanted.objective.id, wanted.actual.period), '']])));
            setBefore(new Map([[wanted.objective.id, wanted.objective.progress.attainment]]));
            onReload();
          }}
          onReload={onReload}
          onClose={() => setWanted(null)}
        />
      )}
    </div>
  );
}
