import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/Icon';
import { Section } from '../../../components/Section';
import { JobProgress } from '../jobs/JobProgress';
import { ColumnMatch } from './ColumnMatch';
import { detectColumns, mappingsOf, type ColumnChoice } from './columns';
import { FileDrop } from './FileDrop';
import { readHeader } from './header';
import { ImportReport } from './ImportReport';
import { formatOf, isOfCycle, type ImportFormat, type ImportKind } from './importRecords';
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
  const [wrongFormat, setWrongFormat] = useState<string | null>(null);
  const [matched, setMatched] = useState<ColumnChoice>({});
  const [skipBadRows, setSkipBadRows] = useState(false);
  const { state, run, askForJob, reset } = useImport();

  const detected = useMemo(() => detectColumns(fields, chosen?.header ?? []), [fields, chosen]);
  const columns = { ...detected, ...matched };
  const hasStratMl = isOfCycle(kind);
  const busy = state.kind === 'sending' || state.kind === 'running';

  async function choose(file: File) {
    const format = formatOf(file.name);
    reset();
    setMatched({});
    if (format === null || (format === 'STRATML' && !hasStratMl)) {
      setWrongFormat(t(hasStratMl ? 'imports.unknownFormat' : 'imports.unknownTable'));
      setChosen(null);
      return;
    }
    setWrongFormat(null);
    setChosen({ file, format, header: format === 'STRATML' ? null : await readHeader(file, format) });
  }

  function send(dryRun: boolean) {
    if (!chosen) return;
    const mappings = chosen.header ? mappingsOf(columns, detected) : [];
    void run(chosen.file, { kind, format: chosen.format, cycleId, dryRun, skipBadRows, columns: mappings.length > 0 ? mappings : undefined });
  }

  const dryRun = state.kind === 'reported' && state.isDryRun ? state.outcome : null;
  const mayRun = dryRun !== null && (dryRun.rejectedCount === 0 || skipBadRows) && dryRun.created + dryRun.updated > 0;
  return (
    <>
      <Section title={t('imports.file')}>
        <Stack gap="sm" p="md">
          <FileDrop
            file={chosen?.file ?? null}
            hint={t(hasStratMl ? 'imports.formatsObjectives' : 'imports.formats')}
            error={wrongFormat}
            accept={hasStratMl ? '.csv,.txt,.xlsx,.xml,.stratml' : '.csv,.txt,.xlsx'}
            onChoose={(file) => void choose(file)}
          />
          {chosen && chosen.format !== 'STRATML' && !chosen.header && <Text size="sm">{t('imports.unreadableHeader')}</Text>}
        </Stack>
        {chosen?.header && fields.length > 0 && <ColumnMatch fields={fields} header={chosen.header} chosen={columns} detected={detected} onChange={setMatched} />}
        {chosen && (
          <Group px="md" py="sm" justify="space-between" style={{ borderTop: '1px solid var(--line)' }}>
            <Checkbox label={t('imports.skipBadRows')} checked={skipBadRows} onChange={(event) => setSkipBadRows(event.currentTarget.checked)} />
            <Group gap="xs">
              <Button variant={mayRun ? 'default' : 'filled'} leftSection={<Icon name="check" />} loading={state.kind === 'sending'} disabled={busy} onClick={() => send(true)}>
                {t('imports.dryRun')}
              </Button>
              <Button variant={mayRun ? 'filled' : 'default'} leftSection={<Icon name="upload" />} disabled={busy || !mayRun} onClick={() => send(false)}>
                {t('imports.run')}
              </Button>
            </Group>
          </Group>
        )}
      </Section>
      {state.kind === 'refused' && (
        <Alert color="red" variant="outline" bg="white" role="alert" mb="md" icon={<Icon name="warning" />} title={t('common.notDone')}>
          {state.failure && <Text size="sm">{state.failure}</Text>}
          {state.errors.map((error) => (
            <Text size="sm" key={error.message}>
              {error.message}
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
      {state.kind === 'reported' && <ImportReport outcome={state.outcome} isDryRun={state.isDryRun} />}
    </>
  );
}
