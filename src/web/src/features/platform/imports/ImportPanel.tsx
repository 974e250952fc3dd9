import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserError } from '../../../api/userErrors';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { JobProgress } from '../jobs/JobProgress';
import { ColumnMatch } from './ColumnMatch';
import { detectColumns, mappingsOf, type ColumnChoice } from './columns';
import { FileDrop } from './FileDrop';
import { readHeader } from './header';
import { ImportReport } from './ImportReport';
import { formatOf, isOfCycle, type ImportFormat, type ImportKind } from './importRecords';
import styles from './ImportPanel.module.css';
import { missingKeys } from './needed';
import { useImport } from './useImport';
import { useImportFields } from './useImportFields';

interface ImportPanelProps {
  kind: ImportKind;
  cycleId: string | null;
}

interface Chosen {
  file: File;
  format: ImportFormat;
  /** Null for what is no table, or cannot be read here. */
  header: string[] | null;
}

export function ImportPanel({ kind, cycleId }: ImportPanelProps) {
  const { t } = useTranslation();
  const fields = useImportFields(kind);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [matched, setMatched] = useState<ColumnChoice>({});
  const [skipBadRows, setSkipBadRows] = useState(false);
  const { state, run, askForJob, reset } = useImport();
  const panel = useRef<HTMLDivElement>(null);
  const told = useRef<HTMLDivElement>(null);

  const detected = useMemo(() => detectColumns(fields, chosen?.header ?? []), [fields, chosen]);
  const columns = { ...detected, ...matched };
  const hasStratMl = isOfCycle(kind);
  const busy = state.kind === 'sending' || state.kind === 'running';

  // What comes of it stands below what was asked: brought into view, and read out, unless its reader is busy elsewhere meanwhile.
  useEffect(() => {
    if (state.kind === 'ready' || state.kind === 'sending') return;
    if (document.activeElement !== document.body && !panel.current?.contains(document.activeElement)) return;
    told.current?.focus({ preventScroll: true });
    told.current?.scrollIntoView({ block: 'start' });
  }, [state.kind]);

  async function choose(file: File) {
    const format = formatOf(file.name);
    const isUnknown = format === null || (format === 'STRATML' && !hasStratMl);
    reset();
    setMatched({});
    if (isUnknown || file.size === 0) {
      setFault(isUnknown ? t(hasStratMl ? 'imports.unknownFormat' : 'imports.unknownTable') : t('imports.emptyFile', { name: file.name }));
      setChosen(null);
      return;
    }
    setFault(null);
    setChosen({ file, format, header: format === 'STRATML' ? null : await readHeader(file, format) });
  }

  function send(dryRun: boolean) {
    if (!chosen) return;
    const mappings = chosen.header ? mappingsOf(columns, detected) : [];
    void run(chosen.file, { kind, format: chosen.format, cycleId, dryRun, skipBadRows, columns: mappings.length > 0 ? mappings : undefined });
  }

  /** The server tells programs what to send; here it is chosen in the table, or stands in the file. */
  const messageOf = (error: UserError) => (error.code === 'REQUIRED' && error.path?.at(-1) === 'columns' ? t(chosen?.header ? 'imports.keyNotFound' : 'imports.keyNotInFile') : error.message);

  const mayTry = !busy && (!chosen?.header || fields.length === 0 || missingKeys(kind, columns).length === 0);
  const dryRun = state.kind === 'reported' && state.isDryRun ? state.outcome : null;
  const mayRun = dryRun !== null && (dryRun.rejectedCount === 0 || skipBadRows) && dryRun.created + dryRun.updated > 0;
  return (
    <div ref={panel}>
      <Section title={t('imports.file')}>
        <Stack gap="sm" p="md">
          <FileDrop
            file={chosen?.file ?? null}
            hint={t(hasStratMl ? 'imports.formatsObjectives' : 'imports.formats')}
            error={fault}
            accept={hasStratMl ? '.csv,.txt,.xlsx,.xml,.stratml' : '.csv,.txt,.xlsx'}
            onChoose={(file) => void choose(file)}
          />
          {chosen && chosen.format !== 'STRATML' && !chosen.header && <Text size="sm">{t('imports.unreadableHeader')}</Text>}
        </Stack>
        {chosen?.header && fields.length > 0 && <ColumnMatch kind={kind} fields={fields} header={chosen.header} chosen={columns} detected={detected} onChange={setMatched} />}
        {chosen && (
          <Group px="md" py="sm" justify="space-between" style={{ borderTop: '1px solid var(--line)' }}>
            <Checkbox label={t('imports.skipBadRows')} checked={skipBadRows} onChange={(event) => setSkipBadRows(event.currentTarget.checked)} />
            <Group gap="xs">
              <Button variant={mayRun ? 'default' : 'filled'} leftSection={<Icon name="check" />} loading={state.kind === 'sending'} disabled={!mayTry} onClick={() => send(true)}>
                {t('imports.dryRun')}
              </Button>
              <Button variant={mayRun ? 'filled' : 'default'} leftSection={<Icon name="upload" />} disabled={!mayTry || !mayRun} onClick={() => send(false)}>
                {t('imports.run')}
              </Button>
            </Group>
          </Group>
        )}
      </Section>
      <div ref={told} tabIndex={-1} role="group" aria-label={t('imports.told')} className={styles.told}>
        {state.kind === 'refused' && (
          <Alert color="red" variant="outline" bg="white" role="alert" mb="md" icon={<Icon name="warning" />} title={t('common.notDone')}>
            {state.failure && <Text size="sm">{state.failure}</Text>}
            {state.errors.map((error) => (
              <Text size="sm" key={error.message}>
                {messageOf(error)}
              </Text>
            ))}
          </Alert>
        )}
        {state.kind === 'running' && (
          <JobProgress
            key={state.job.id}
            job={state.job}
            title={t('imports.jobTitle')}
            cancel={t('imports.cancel')}
            say={(done, total) => (total ? t('imports.jobProgress', { done, total }) : t('imports.jobProgressOpen', { done }))}
            onAsk={(id) => void askForJob(id)}
          />
        )}
        {state.kind === 'ended' && (
          <Alert color={state.job.status === 'FAILED' ? 'red' : 'yellow'} variant="outline" bg="white" role="alert" mb="md">
            {state.job.status === 'FAILED'
              ? t('imports.jobFailed', { error: state.job.error ?? '' })
              : state.job.status === 'CANCELLED'
                ? t('imports.jobCancelled')
                : t('imports.jobDone', { done: state.job.done })}
          </Alert>
        )}
        {state.kind === 'reported' && <ImportReport outcome={state.outcome} isDryRun={state.isDryRun} fields={fields} />}
      </div>
    </div>
  );
}
