import { Anchor, Button, Group, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../../api/graphql';
import type { Language } from '../../../api/locale';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { useChoices } from '../../../components/useChoices';
import { addDays, endOfDay, formatDay } from '../../../format/dates';
import { useDayProps } from '../../../i18n/useDayProps';
import { useLanguage } from '../../../i18n/useLanguage';
import { PersonPicker } from '../../organization/pickers/PersonPicker';
import { usePerson } from '../../organization/pickers/usePerson';
import { useWorkspace } from '../../organization/workspace/workspace';
import { ChangeLine, ChangeList } from './ChangeList';

const AuditQuery = graphql(
  `
    query Audit($by: ID, $from: DateTime, $until: DateTime, $first: Int!, $after: String) {
      auditTrail(by: $by, from: $from, until: $until, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...ChangeLine
          subject {
            __typename
            id
            ... on Person {
              name
            }
            ... on Unit {
              name
            }
            ... on Region {
              name
            }
            ... on Customer {
              name
              code
            }
            ... on Measure {
              name
            }
            ... on Cycle {
              name
            }
            ... on Position {
              title
            }
            ... on Objective {
              title
            }
            ... on StrategyElement {
              title
            }
            ... on Briefing {
              title
            }
            ... on Project {
              name
              objective {
                id
                title
              }
            }
            ... on WorkItem {
              title
              objective {
                id
                title
              }
            }
            ... on Competency {
              name
            }
            ... on Course {
              title
              code
            }
            ... on ImprovementCase {
              objective {
                id
                title
              }
            }
            ... on ControlPoint {
              objective {
                id
                title
              }
            }
            ... on ProgressReport {
              controlPoint {
                objective {
                  id
                  title
                }
              }
            }
            ... on Deviation {
              objective {
                id
                title
              }
            }
            ... on TargetRevision {
              objective {
                id
                title
              }
            }
            ... on SupportRequest {
              objective {
                id
                title
              }
            }
            ... on Recognition {
              to {
                id
                name
              }
            }
            ... on OfficeMeeting {
              date
            }
            ... on AccessToken {
              name
            }
            ... on IncentiveScheme {
              name
            }
            ... on Comment {
              objective {
                id
                title
              }
            }
            ... on ScoringRule {
              name
            }
            ... on Webhook {
              url
            }
            ... on DevelopmentPlan {
              person {
                id
                name
              }
              cycle {
                id
              }
            }
          }
        }
      }
    }
  `,
  [ChangeLine],
);

type Subject = NonNullable<ResultOf<typeof AuditQuery>['auditTrail']['nodes'][number]['subject']>;

/** Every change that the viewer may see, the newest first; for auditors the whole company's. */
export function AuditPage() {
  const { t } = useTranslation();
  const { viewer, organization } = useWorkspace();
  const dayProps = useDayProps();
  const [params, choose] = useChoices();
  const by = params.get('by');
  const from = params.get('from');
  const until = params.get('until');
  const byPerson = usePerson(by);
  const isAuditor = viewer.roles.includes('AUDITOR');
  const instant = (day: string) => endOfDay(day, organization.timeZone);
  const pages = useConnection({
    query: AuditQuery,
    variables: { by, from: from && instant(addDays(from, -1)), until: until && instant(until) },
    pageSize: 25,
    of: (data) => data.auditTrail,
  });
  const day = { ...dayProps, clearable: true, clearButtonProps: { 'aria-label': t('common.clear') }, size: 'xs', valueFormat: 'YYYY-MM-DD', w: 150 } as const;
  return (
    <PageFrame
      title={t('history.audit')}
      subtitle={t(isAuditor ? 'history.auditAll' : 'history.auditOwn')}
      actions={
        (isAuditor || viewer.roles.includes('HR')) && (
          <Button variant="default" component={Link} to="/audit/readings">
            {t('history.readings')}
          </Button>
        )
      }
    >
      <Group gap="xs" mb="sm" align="end" role="toolbar" aria-label={t('history.filter')}>
        {isAuditor && <PersonPicker size="xs" label={t('history.by')} value={byPerson} onChange={(person) => choose({ by: person?.id ?? null }, { replace: true })} />}
        <DateInput {...day} label={t('history.from')} value={from} maxDate={until ?? undefined} onChange={(value) => choose({ from: value }, { replace: true })} />
        <DateInput {...day} label={t('history.until')} value={until} minDate={from ?? undefined} onChange={(value) => choose({ until: value }, { replace: true })} />
        {pages.nodes && (
          <Text size="xs" c="dimmed" role="status" pb={6}>
            {t('history.count', { count: pages.totalCount })}
          </Text>
        )}
      </Group>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="clock" title={t('history.none')} />}
      {pages.nodes && pages.nodes.length > 0 && (
        <div className="surface">
          <ChangeList changes={pages.nodes} label={t('history.audit')} subject={(change) => change.subject && <SubjectName subject={change.subject} />} />
          {pages.error && <FailureState error={pages.error} onRetry={pages.reload} />}
        </div>
      )}
      <MoreButton pages={pages} />
    </PageFrame>
  );
}

function SubjectName({ subject }: { subject: Subject }) {
  const { t } = useTranslation();
  const name = nameOf(subject, useLanguage());
  const place = placeOf(subject);
  const kind = t(`history.kinds.${subject.__typename}` as 'history.kinds.Objective', { defaultValue: '' });
  return (
    <>
      {kind} {name && (place ? <Anchor component={Link} to={place} size="sm" underline="always">{name}</Anchor> : name)}
    </>
  );
}

function nameOf(subject: Subject, language: Language): string | null {
  if ('name' in subject) return subject.name;
  if ('title' in subject) return subject.title;
  if ('person' in subject) return subject.person.name;
  if ('to' in subject) return subject.to.name;
  if ('controlPoint' in subject) return subject.controlPoint.objective.title;
  if ('objective' in subject) return subject.objective.title;
  if ('date' in subject) return formatDay(subject.date, language);
  return 'url' in subject ? subject.url : null;
}

function placeOf(subject: Subject): string | null {
  switch (subject.__typename) {
    case 'Objective':
      return `/objectives/${subject.id}`;
    case 'Project':
    case 'WorkItem':
      return `/objectives/${subject.objective.id}`;
    case 'Comment':
    case 'ControlPoint':
    case 'Deviation':
    case 'TargetRevision':
    case 'SupportRequest':
      return `/objectives/${subject.objective.id}`;
    case 'ProgressReport':
      return `/objectives/${subject.controlPoint.objective.id}`;
    case 'Recognition':
      return `/people/${subject.to.id}`;
    case 'OfficeMeeting':
      return `/meetings/${subject.id}`;
    case 'ImprovementCase':
      return `/improvement/${subject.id}`;
    case 'Person':
      return `/people/${subject.id}`;
    case 'Unit':
      return `/units/${subject.id}`;
    case 'Briefing':
      return `/briefings/${subject.id}`;
    case 'Customer':
      return `/customers?text=${encodeURIComponent(subject.code)}`;
    case 'IncentiveScheme':
      return `/incentives/${subject.id}`;
    case 'Cycle':
      return '/cycles';
    case 'Competency':
      return '/competencies?view=list';
    case 'Course':
      return `/courses?text=${encodeURIComponent(subject.code)}`;
    case 'DevelopmentPlan':
      return `/development/${subject.person.id}?cycle=${subject.cycle.id}`;
    default:
      return null;
  }
}
