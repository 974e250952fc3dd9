import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../../api/useConnection';
import { useNews } from '../../../api/useNews';
import { MoreButton } from '../../../components/MoreButton';
import { useWorkspace } from '../../organization/workspace/workspace';
import { FollowUpDrawer } from '../control/FollowUpDrawer';
import { PointCard } from '../control/PointCard';
import { PointDrawer } from '../control/PointDrawer';
import { ControlPointsQuery } from '../control/points';
import { PagedSection } from './PagedSection';
import { type WeekPart } from './week';
import styles from './Week.module.css';

/** What was reported and awaits the leader's answer, to be given here; of a past week what was due by its end. */
export function AwaitedReports({ cycleId, week, news, onDone }: WeekPart) {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [doing, setDoing] = useState<{ kind: 'open' | 'followUp'; id: string } | null>(null);
  const filter = { superiorId: viewer.person.id, status: ['REPORTED' as const], until: week.place === 'past' ? week.sunday : null };
  const pages = useConnection({ query: ControlPointsQuery, variables: { cycleId, filter, counted: true }, pageSize: 5, of: (data) => data.controlPoints });
  useNews(news, pages.reload);
  const close = () => setDoing(null);
  return (
    <PagedSection title={t('week.awaited')} pages={pages} none={t('week.noneAwaited')}>
      <ul className={styles.list} aria-label={t('week.awaited')}>
        {pages.nodes?.map((point) => (
          <PointCard
            key={point.id}
            point={point}
            onOpen={() => setDoing({ kind: 'open', id: point.id })}
            onReport={() => setDoing({ kind: 'open', id: point.id })}
            onFollowUp={() => point.report && setDoing({ kind: 'followUp', id: point.report.id })}
          />
        ))}
      </ul>
      <MoreButton pages={pages} />
      {doing?.kind === 'open' && <PointDrawer key={doing.id} pointId={doing.id} onDone={onDone} onClose={close} />}
      {doing?.kind === 'followUp' && <FollowUpDrawer key={doing.id} reportId={doing.id} onDone={onDone} onClose={close} />}
    </PagedSection>
  );
}
