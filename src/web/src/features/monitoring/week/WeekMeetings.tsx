import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNews } from '../../../api/useNews';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { Section } from '../../../components/Section';
import { useWorkspace } from '../../organization/workspace/workspace';
import { MeetingLines } from '../meetings/MeetingLines';
import { concerns, WeekMeetingsQuery, type WeekPart } from './week';

/** The week's office meetings that the leader attends or holds, or that are of a unit of his. */
export function WeekMeetings({ cycleId, week, news }: WeekPart) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [{ data, error }, read] = useQuery({ query: WeekMeetingsQuery, variables: { cycleId } });
  const again = () => read({ requestPolicy: 'network-only' });
  useNews(news, again);
  const meetings = data?.officeMeetings.filter((meeting) => week.monday <= meeting.date && meeting.date <= week.sunday && concerns(meeting, workspace)).reverse();
  return (
    <Section title={t('week.meetings')} actions={meetings && <span className="number">{meetings.length}</span>}>
      {!meetings && (error ? <FailureState error={error} onRetry={again} /> : <LoadingRows count={3} />)}
      {meetings?.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {t('week.noneMeeting')}
        </Text>
      )}
      {meetings && meetings.length > 0 && <MeetingLines label={t('week.meetings')} meetings={meetings} />}
    </Section>
  );
}
