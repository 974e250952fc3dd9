import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../../../api/failures';
import { useCommand } from '../../../api/useCommand';
import { useLive } from '../../../api/useLive';
import { Section } from '../../../components/Section';
import { CancelJob, JobProgressSubscription, type JobData } from './importRecords';

interface ImportProgressProps {
  job: JobData;
  onNews: (job: JobData) => void;
  /** Asks how far the job has come, should the news fail to arrive. */
  onAsk: (id: string) => void;
}

const askEvery = 5_000;

export function ImportProgress({ job, onNews, onAsk }: ImportProgressProps) {
  const { t } = useTranslation();
  const cancel = useCommand(CancelJob);
  const [refusal, setRefusal] = useState<string>();
  useLive({ query: JobProgressSubscription, variables: { jobId: job.id }, onData: (data) => onNews(data.jobProgress), onResume: () => onAsk(job.id) });
  const { start, stop } = useInterval(() => onAsk(job.id), askEvery);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);

  async function stopJob() {
    const { done, errors, failure } = await cancel.run({ jobId: job.id });
    if (done?.job) onNews(done.job);
    else setRefusal(failure ? describeFailure(failure, t) : errors.map((e) => e.message).join(' '));
  }

  const { done, total } = job;
  const text = total ? t('imports.jobProgress', { done, total }) : t('imports.jobProgressOpen', { done });
  return (
    <Section
      title={t('imports.jobTitle')}
      actions={
        <Button variant="default" loading={cancel.busy} onClick={() => void stopJob()}>
          {t('imports.cancel')}
        </Button>
      }
    >
      <Group px="md" py="md" gap="md">
        <Progress.Root size="lg" style={{ flex: '1 1 200px' }}>
          <Progress.Section value={total ? (100 * done) / total : 100} animated={!total} aria-label={text} />
        </Progress.Root>
        <Text size="sm" className="number" role="status">
          {t(`enums.JobStatus.${job.status}`)} · {text}
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
