import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { describeFailure } from '../../../api/failures';
import { uploadFile } from '../../../api/rest';
import { useCommand } from '../../../api/useCommand';
import type { UserError } from '../../../api/userErrors';
import { ImportRecords, JobQuery, type ImportInput, type ImportOutcome, type JobData } from './importRecords';

/** A file up to this size goes with the request itself. */
const sentWithRequest = 96 * 1024;

export type ImportState =
  | { kind: 'ready' }
  | { kind: 'sending' }
  | { kind: 'refused'; errors: readonly UserError[]; failure?: string }
  | { kind: 'running'; job: JobData; isDryRun: boolean }
  | { kind: 'ended'; job: JobData }
  | { kind: 'reported'; outcome: ImportOutcome; isDryRun: boolean };

type Wanted = Omit<ImportInput, 'content' | 'uploadId'>;

/** Sends a file, for a dry run or for good, and follows what becomes of it. */
export function useImport() {
  const { t } = useTranslation();
  const client = useClient();
  const importRecords = useCommand(ImportRecords);
  const [state, setState] = useState<ImportState>({ kind: 'ready' });
  const uploaded = useRef<{ file: File; uploadId: string }>(null);

  async function run(file: File, wanted: Wanted) {
    setState({ kind: 'sending' });
    const isDryRun = wanted.dryRun === true;
    let content: Pick<ImportInput, 'content' | 'uploadId'>;
    try {
      content = file.size <= sentWithRequest ? { content: await base64(file) } : { uploadId: await upload(file) };
    } catch (error) {
      setState({ kind: 'refused', errors: [], failure: describeFailure(error, t) });
      return;
    }
    const { done, errors, failure } = await importRecords.run({ ...wanted, ...content });
    if (failure) setState({ kind: 'refused', errors: [], failure: describeFailure(failure, t) });
    else if (!done) setState({ kind: 'refused', errors });
    else if (done.job) setState({ kind: 'running', job: done.job, isDryRun });
    else setState({ kind: 'reported', outcome: done, isDryRun });
  }

  async function upload(file: File): Promise<string> {
    if (uploaded.current?.file !== file) uploaded.current = { file, uploadId: await uploadFile(file) };
    return uploaded.current.uploadId;
  }

  function follow(job: JobData) {
    setState((before) => {
      if (before.kind !== 'running') return before;
      if (job.status === 'QUEUED' || job.status === 'RUNNING') return { ...before, job };
      return job.status === 'DONE' && job.imported ? { kind: 'reported', outcome: job.imported, isDryRun: before.isDryRun } : { kind: 'ended', job };
    });
  }

  async function askForJob(id: string) {
    const { data } = await client.query(JobQuery, { id }, { requestPolicy: 'network-only' });
    if (data?.node && 'status' in data.node) follow(data.node);
  }

  return {
    state,
    run,
    askForJob,
    reset: () => {
      uploaded.current = null;
      setState({ kind: 'ready' });
    },
  };
}

async function base64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}
