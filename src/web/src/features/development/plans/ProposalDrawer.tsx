import { Alert, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { EmptyState } from '../../../components/EmptyState';
import { FormDrawer } from '../../../components/FormDrawer';
import { Icon } from '../../../components/Icon';
import { PendingDrawer } from '../../../components/PendingDrawer';
import { DayLanguage } from '../../../i18n/DayLanguage';
import { useDayProps } from '../../../i18n/useDayProps';
import { useWorkspace } from '../../organization/workspace/workspace';
import { levelText } from '../competencies/competencies';
import styles from '../Development.module.css';
import { ProposalQuery, SaveItem, type ProposedItem } from './plans';

interface ProposalDrawerProps {
  person: { id: string; name: string };
  cycleId: string;
  onDone: () => void;
  onClose: () => void;
}

/** What would close the gaps; changed as one wishes, and taken over. */
export function ProposalDrawer({ person, cycleId, ...rest }: ProposalDrawerProps) {
  const [{ data, error }, read] = useQuery({ query: ProposalQuery, variables: { personId: person.id, cycleId }, requestPolicy: 'network-only' });
  if (!data) return <PendingDrawer error={error} onRetry={() => read({ requestPolicy: 'network-only' })} onClose={rest.onClose} />;
  return <ProposalForm person={person} cycleId={cycleId} proposed={data.developmentProposal} {...rest} />;
}

interface Row extends ProposedItem {
  isTaken: boolean;
  refusal?: string;
}

function ProposalForm({ person, cycleId, proposed, onDone, onClose }: ProposalDrawerProps & { proposed: readonly ProposedItem[] }) {
  const { t } = useTranslation();
  const save = useCommand(SaveItem);
  const [rows, setRows] = useState<readonly Row[]>(() => proposed.map((item) => ({ ...item, isTaken: true })));
  const [isDirty, setDirty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const taken = rows.filter((row) => row.isTaken);

  const change = (at: number, changes: Partial<Row>) => {
    setDirty(true);
    setRows((before) => before.map((row, i) => (i === at ? { ...row, refusal: undefined, ...changes } : row)));
  };

  /** One after the other; what was refused stays, with what was said of it. */
  async function takeOver() {
    setBusy(true);
    const left: Row[] = [];
    let saved = 0;
    for (const row of rows) {
      if (!row.isTaken) {
        left.push(row);
        continue;
      }
      const { done, errors, failure } = await save.run({
        personId: person.id, cycleId, kind: row.kind, title: row.title, courseId: row.course?.id ?? null, coachId: row.coach?.id ?? null, competencyId: row.competency.id, targetLevel: row.targetLevel, forObjectiveId: row.forObjective?.id ?? null,
        due: row.due,
      });
      if (done) saved++;
      else left.push({ ...row, refusal: failure ? describeFailure(failure, t) : errors.map((error) => error.message).join(' ') });
    }
    setBusy(false);
    if (saved > 0) {
      notifications.show({ message: t('development.takenOver', { count: saved }) });
      onDone();
    }
    if (left.some((row) => row.refusal !== undefined)) {
      setRows(left);
      setAttempt((n) => n + 1);
    } else {
      onClose();
    }
  }

  return (
    <FormDrawer
      title={t('development.propose')}
      subject={person.name}
      submitLabel={t('development.takeOver', { count: taken.length })}
      form={{ isDirty, isConflict: false, general: [] }}
      command={{ busy, attempt }}
      onSubmit={() => (taken.length > 0 ? void takeOver() : onClose())}
      onClose={onClose}
    >
      {rows.length === 0 && <EmptyState icon="check" title={t('development.nothingProposed')} />}
      {rows.length > 0 && <Text size="sm">{t('development.proposeHint')}</Text>}
      <DayLanguage>
        <ul className={styles.list} aria-label={t('development.propose')}>
          {rows.map((row, at) => (
            <ProposedRow key={`${row.competency.id} ${row.course?.id ?? ''}`} row={row} onChange={(changes) => change(at, changes)} />
          ))}
        </ul>
      </DayLanguage>
    </FormDrawer>
  );
}

function ProposedRow({ row, onChange }: { row: Row; onChange: (changes: Partial<Row>) => void }) {
  const { t } = useTranslation();
  const dayProps = useDayProps();
  const { today } = useWorkspace();
  const { kind, competency, targetLevel, course, coach, forObjective } = row;
  return (
    <li className={styles.item} style={{ paddingInline: 0 }}>
      <Stack gap={6}>
        <Checkbox
          label={
            <Text size="sm" fw={600}>
              {competency.name} · {levelText(competency.levels, targetLevel)}
            </Text>
          }
          checked={row.isTaken}
          onChange={(event) => onChange({ isTaken: event.currentTarget.checked })}
        />
        <Text size="xs" c="dimmed" className={styles.text}>
          {t(`development.kinds.${kind}`)}
          {course && ` · ${t('development.hours', { count: course.hours })}`}
          {coach && ` · ${coach.name}`}
          {forObjective && ` · ${forObjective.code} ${forObjective.title}`}
        </Text>
        <Group gap="xs" align="flex-start" wrap="wrap">
          <TextInput size="xs" aria-label={t('development.name')} style={{ flex: '1 1 220px' }} maxLength={200} disabled={!row.isTaken} value={row.title} onChange={(event) => onChange({ title: event.currentTarget.value })} />
          <DateInput {...dayProps} size="xs" w={130} aria-label={t('development.dueOf')} valueFormat="YYYY-MM-DD" minDate={today} disabled={!row.isTaken} value={row.due} onChange={(due) => due && onChange({ due })} />
        </Group>
        {row.refusal && (
          <Alert color="red" variant="outline" py={4} icon={<Icon name="warning" />} role="alert" data-form-errors tabIndex={-1}>
            {row.refusal}
          </Alert>
        )}
      </Stack>
    </li>
  );
}
