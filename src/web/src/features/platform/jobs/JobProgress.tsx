import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { graphql, type ResultOf } from '../../../api/graphql';
import { useCommand } from '../../../api/useCommand';
import { useLive } from '../../../api/useLive';
import { UserErrorFields } from '../../../api/userErrors';
import { Section } from '../../../components/Section';

export const JobTick = graphql(`
  fragment JobTick on Job {
    id
    status
    done
    total
    error
  }
`);

export type JobTickData = ResultOf<typeof JobTick>;

const JobProgressSubscription = graphql(
  `
    subscription JobProgress($jobId: ID!) {
      jobProgress(jobId: $jobId) {
        ...JobTick
      }
    }
  `,
  [JobTick],
);

const CancelJob = graphql(
  `
    mutation CancelJob($input: CancelJobInput!) {
      cancelJob(input: $input) {
        job {
          ...JobTick
        }
        userErrors {
          ...UserErrorFields
        }
      }
    }
  `,
  [JobTick, UserErrorFields],
);

export const isUnderWay = ({ status }: Pick<JobTickData, 'status'>): boolean => status === 'QUEUED' || status === 'RUNNING';

interface JobProgressProps {
  job: JobTickData;
  title: string;
  cancel: string;
  /** In its own words how far it has come. */
  say: (done: number, total: number | null) => string;
  /** Asks for all of it: when it has ended, and from time to time, should the news fail to arrive. */
  onAsk: (id: string) => void;
}

const askEvery = 5_000;

/** How far long work has come, while it can still be cancelled. */
export function JobProgress({ job, title, cancel, say, onAsk }: JobProgressProps) {
  const { t } = useTranslation();
  const stopping = useCommand(CancelJob);
  const [heard, setHeard] = useState(job);
  const [refusal, setRefusal] = useState<string>();
  const latest = heard.done >= job.done ? heard : job;
  const hear = (tick: JobTickData) => {
    setHeard(tick);
    if (!isUnderWay(tick)) onAsk(tick.id);
  };
  useLive({ query: JobProgressSubscription, variables: { jobId: job.id }, onData: (data) => hear(data.jobProgress), onResume: () => onAsk(job.id) });
  const { start, stop } = useInterval(() => onAsk(job.id), askEvery);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);

  async function stopJob() {
    const { done, errors, failure } = await stopping.run({ jobId: job.id });
    if (done?.job) hear(done.job);
    else setRefusal(failure ? describeFailure(failure, t) : errors.map((e) => e.message).join(' '));
  }

  const text = say(latest.done, latest.total);
  return (
    <Section
      title={title}
      actions={
        <Button variant="default" loading={stopping.busy} onClick={() => void stopJob()}>
          {cancel}
        </Button>
      }
    >
      <Group px="md" py="md" gap="md">
        <Progress.Root size="lg" style={{ flex: '1 1 200px' }}>
          <Progress.Section value={latest.total ? (100 * latest.done) / latest.total : 100} animated={!latest.total} aria-label={text} />
        </Progress.Root>
        <Text size="sm" className="number" role="status">
          {t(`enums.JobStatus.${latest.status}`)} · {text}
        </Text>
      </Group>
      {refusal && (
        <Alert color="red" variant="outline" role="alert" m="md">
          {refusal}
        </Alert>
      )}
    </Section>
  );
}
