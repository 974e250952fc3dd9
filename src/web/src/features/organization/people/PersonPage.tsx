import { Breadcrumbs, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../../../components/EmptyState';
import { FactList } from '../../../components/FactList';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { PageFrame } from '../../../components/PageFrame';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import { PasswordDialog } from '../../gateway/session/PasswordDialog';
import { useSession } from '../../gateway/session/session';
import { RecogniseDrawer } from '../../performance/recognition/RecogniseDrawer';
import { OwnedObjectives } from '../../planning/objectives/OwnedObjectives';
import { HistoryList } from '../../platform/history/HistoryList';
import { choiceOfPerson } from '../pickers/people';
import { useWorkspace } from '../workspace/workspace';
import { PeopleTable } from './PeopleTable';
import { PersonDrawer } from './PersonDrawer';
import { PersonQuery } from './savePerson';

export function PersonPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { me } = useSession();
  const { may, viewer } = useWorkspace();
  const [isGivingPassword, setGivingPassword] = useState(false);
  const [editing, setEditing] = useState(false);
  const [isRecognising, setRecognising] = useState(false);
  const [news, setNews] = useState(0);
  const [{ data, error, fetching }, read] = useQuery({ query: PersonQuery, variables: { id } });
  const reload = () => read({ requestPolicy: 'network-only' });
  const person = data?.person;

  if (!person) {
    if (error) return <FailureState error={error} onRetry={reload} />;
    if (fetching || !data) return <LoadingRows />;
    return (
      <PageFrame title={t('people.missing')}>
        <EmptyState icon="search" title={t('people.missing')} />
      </PageFrame>
    );
  }
  const seesDevelopment = person.viewerMayDevelop.length > 0 || viewer.roles.includes('AUDITOR');
  return (
    <PageFrame
      title={person.name}
      above={
        person.chain.length > 0 && (
          <nav aria-label={t('people.chain')}>
            <Breadcrumbs separator="›" mb={6} fz="xs" style={{ flexWrap: 'wrap' }} separatorMargin={6}>
              {[...person.chain].reverse().map((superior) => (
                <Link key={superior.id} className="plain-link" to={`/people/${superior.id}`}>
                  {superior.name}
                </Link>
              ))}
            </Breadcrumbs>
          </nav>
        )
      }
      subtitle={
        <Group gap={8} mt={2}>
          <span className="number">{person.employeeNumber}</span>
          {person.position && <span>{person.position.title}</span>}
          {!person.active && <Text span>{t('common.inactive')}</Text>}
        </Group>
      }
      actions={
        <>
          {seesDevelopment && (
            <Button variant="default" component={Link} to={`/development/${person.id}`} leftSection={<Icon name="trendUp" />}>
              {t('development.planOf')}
            </Button>
          )}
          {person.id !== viewer.person.id && person.active && !viewer.roles.includes('AUDITOR') && (
            <Button variant="default" leftSection={<Icon name="star" />} onClick={() => setRecognising(true)}>
              {t('recognition.submit')}
            </Button>
          )}
          {may('manageOrganization') && (
            <>
              {!me.demo && person.id !== viewer.person.id && (
                <Button variant="default" onClick={() => setGivingPassword(true)}>
                  {t('session.setPassword')}
                </Button>
              )}
              <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => setEditing(true)}>
                {t('people.edit')}
              </Button>
            </>
          )}
        </>
      }
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <div>
          <Section title={t('people.facts')}>
            <FactList
              facts={[
                [
                  t('people.unit'),
                  <Link key="unit" className="plain-link" to={`/units/${person.unit.id}`}>
                    {person.unit.name}
                  </Link>,
                ],
                [t('people.position'), person.position?.title],
                [
                  t('people.superior'),
                  person.superior && (
                    <Link key="superior" className="plain-link" to={`/people/${person.superior.id}`}>
                      {person.superior.name}
                    </Link>
                  ),
                ],
                [t('people.email'), person.email],
                [t('people.roles'), person.roles.map((role) => t(`enums.Role.${role}`)).join(' · ')],
                [t('people.relativeStrength'), groupDecimal(person.relativeStrength)],
                [t('people.locale'), t(`enums.Locale.${person.locale}`)],
              ]}
            />
          </Section>
          <Section title={t('people.reports', { count: person.directReports.length })}>
            {person.directReports.length === 0 ? (
              <Text size="sm" c="dimmed" p="md">
                {t('people.noReports')}
              </Text>
            ) : (
              <PeopleTable people={person.directReports} />
            )}
          </Section>
        </div>
        <div>
          <Section title={t('people.objectives')}>
            <OwnedObjectives ownerId={person.id} />
          </Section>
          <Section title={t('history.title')}>
            <HistoryList key={person.id} id={person.id} news={news} />
          </Section>
        </div>
      </SimpleGrid>
      {isRecognising && <RecogniseDrawer about={{ to: choiceOfPerson(person), kind: 'PRAISE' }} onDone={() => undefined} onClose={() => setRecognising(false)} />}
      {isGivingPassword && <PasswordDialog person={person} onClose={() => setGivingPassword(false)} />}
      {editing && (
        <PersonDrawer
          person={person}
          onDone={() => {
            reload();
            setNews((n) => n + 1);
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </PageFrame>
  );
}
