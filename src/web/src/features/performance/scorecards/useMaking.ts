import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { describeFailure } from '../../../api/failures';
import type { ResultOf, VariablesOf } from '../../../api/graphql';
import { useCommand } from '../../../api/useCommand';
import type { UserError } from '../../../api/userErrors';
import { isUnderWay, type JobTickData } from '../../platform/jobs/JobProgress';
import { MakeScorecards, MakingQuery } from './cards';

export type MakingInput = VariablesOf<typeof MakeScorecards>['input'];
export type Made = NonNullable<Extract<NonNullable<ResultOf<typeof MakingQuery>['node']>, { scorecards: unknown }>['scorecards']>;

export type MakingState =
  | { kind: 'ready' }
  | { kind: 'sending' }
  | { kind: 'refused'; errors: readonly UserError[]; failure?: string }
  | { kind: 'running'; job: JobTickData; input: MakingInput }
  | { kind: 'ended'; job: JobTickData }
  | { kind: 'made'; job: JobTickData; made: Made; input: MakingInput };

/** Makes scorecards by rule, for a trial or for good, and follows what becomes of it. */
export function useMaking() {
  const { t } = useTranslation();
  const client = useClient();
  const make = useCommand(MakeScorecards);
  const [state, setState] = useState<MakingState>({ kind: 'ready' });

  async function run(input: MakingInput) {
    setState({ kind: 'sending' });
    const { done, errors, failure } = await make.run(input);
    if (failure) setState({ kind: 'refused', errors: [], failure: describeFailure(failure, t) });
    else if (!done?.job) setState({ kind: 'refused', errors });
    else {
      setState({ kind: 'running', job: done.job, input });
      await askForJob(done.job.id);
    }
  }

  async function askForJob(id: string) {
    const { data } = await client.query(MakingQuery, { id }, { requestPolicy: 'network-only' });
    const job = data?.node && 'scorecards' in data.node ? data.node : null;
    if (!job) return;
    setState((before) => {
      if (before.kind !== 'running' || before.job.id !== id) return before;
      if (isUnderWay(job)) return { ...before, job };
      return job.scorecards ? { kind: 'made', job, made: job.scorecards, input: before.input } : { kind: 'ended', job };
    });
  }

  return { state, run, askForJob, reset: () => setState({ kind: 'ready' }) };
}
