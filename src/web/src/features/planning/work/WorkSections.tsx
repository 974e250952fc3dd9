import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { ProjectSection } from './ProjectSection';
import { WorkQuery } from './work';
import { WorkPlanSection } from './WorkPlanSection';

interface WorkSectionsProps {
  objectiveId: string;
  /** Rises when the objective has changed. */
  news: number;
  onDone: () => void;
}

/** How an objective is carried out: the project that it is run as, and its work plan. */
export function WorkSections({ objectiveId, news, onDone }: WorkSectionsProps) {
  const { t } = useTranslation();
  const [{ data, error }, read] = useQuery({ query: WorkQuery, variables: { id: objectiveId } });
  const reload = () => read({ requestPolicy: 'network-only' });
  useNews(news, reload);
  const done = () => {
    reload();
    onDone();
  };
  if (!data) return <Section title={t('work.plan')}>{error ? <FailureState error={error} onRetry={reload} /> : <LoadingRows count={3} />}</Section>;
  const objective = data.objective;
  if (!objective) return null;
  return (
    <>
      <ProjectSection objective={objective} news={news} onDone={done} />
      <WorkPlanSection objective={objective} onDone={done} />
    </>
  );
}
