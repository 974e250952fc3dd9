import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../../api/graphql';

export const OpenSubjectsFragment = graphql(`
  fragment OpenSubjects on SettingStep {
    step
    done
    total
    open {
      lacks
      blockedBy
      subject {
        __typename
        id
        ... on Unit {
          name
        }
        ... on Region {
          name
        }
        ... on Customer {
          name
        }
        ... on Position {
          title
          unit {
            id
            name
          }
        }
        ... on Person {
          name
        }
        ... on Objective {
          code
          title
        }
        ... on StrategyElement {
          title
        }
      }
    }
  }
`);

type Step = ResultOf<typeof OpenSubjectsFragment>;

/** What is missing of a step by name, with what is in the way. */
export function OpenSubjects({ step, cycleId }: { step: Step; cycleId: string }) {
  const { t } = useTranslation();
  const open = step.total - step.done;
  return (
    <details style={{ marginBottom: 4 }}>
      <summary style={{ cursor: 'pointer' }}>
        <Text span size="sm">
          {t('setting.missing', { count: open })}
        </Text>
      </summary>
      <List listStyleType="none" size="sm" py={4} spacing={2} aria-label={t('setting.missingOf', { step: t(`enums.SettingStepKind.${step.step}`) })}>
        {step.open.map((one) => (
          <List.Item key={one.subject.id}>
            <SubjectName subject={one.subject} cycleId={cycleId} />{' '}
            <Text span size="xs" c="dimmed">
              {t(`setting.lacks.${one.lacks}`)}
            </Text>
            {one.blockedBy && (
              <Text span size="xs" c="#a3161a">
                {' · '}
                {t(`setting.blockedBy.${one.blockedBy}`)}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
      {open > step.open.length && (
        <Text size="xs" c="dimmed">
          {t('setting.andMore', { count: open - step.open.length })}
        </Text>
      )}
    </details>
  );
}

function SubjectName({ subject, cycleId }: { subject: Step['open'][number]['subject']; cycleId: string }) {
  switch (subject.__typename) {
    case 'Unit':
      return (
        <Link className="plain-link" to={`/setting?cycle=${cycleId}&unit=${subject.id}`}>
          {subject.name}
        </Link>
      );
    case 'Person':
      return (
        <Link className="plain-link" to={`/people/${subject.id}`}>
          {subject.name}
        </Link>
      );
    case 'Objective':
      return (
        <Link className="plain-link" to={`/objectives/${subject.id}`}>
          {subject.code} {subject.title}
        </Link>
      );
    case 'StrategyElement':
      return (
        <Link className="plain-link" to="/strategy">
          {subject.title}
        </Link>
      );
    case 'Position':
      return (
        <>
          {subject.title} · {subject.unit.name}
        </>
      );
    default:
      return <>{'name' in subject ? subject.name : subject.id}</>;
  }
}
