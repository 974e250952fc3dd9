import { ActionIcon, Badge, Button, Group, Select, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { PageFrame } from '../../../components/PageFrame';
import { SearchField } from '../../../components/SearchField';
import { useChoices } from '../../../components/useChoices';
import { useWorkspace } from '../../organization/workspace/workspace';
import { CourseDrawer } from './CourseDrawer';
import { CompetenciesQuery } from '../competencies/competencies';
import { CoursesQuery, type CourseData } from './courses';

/** The catalogue: what is taught, to which level, and what comes before. */
export function CoursesPage() {
  const { t } = useTranslation();
  const { viewer } = useWorkspace();
  const [params, choose] = useChoices();
  const [editing, setEditing] = useState<CourseData | 'new' | null>(null);
  const text = params.get('text') ?? '';
  const competencyId = params.get('competency');
  const filter = { text: text.trim() === '' ? null : text.trim(), competencyId };
  const [{ data: known }] = useQuery({ query: CompetenciesQuery });
  const pages = useConnection({ query: CoursesQuery, variables: filter, pageSize: 50, of: (data) => data.courses });
  const courses = pages.nodes;
  const competencies = known?.competencies ?? [];
  const mayChange = viewer.roles.includes('HR');
  return (
    <PageFrame
      title={t('courses.title')}
      subtitle={t('courses.hint')}
      actions={
        <>
          <Button variant="default" component={Link} to="/imports?kind=COURSES" leftSection={<Icon name="upload" />}>
            {t('nav.imports')}
          </Button>
          {mayChange && (
            <Button leftSection={<Icon name="plus" />} onClick={() => setEditing('new')}>
              {t('courses.add')}
            </Button>
          )}
        </>
      }
    >
      <div className="surface">
        <Group gap="xs" p="xs" role="search" style={{ borderBottom: '1px solid var(--line)' }}>
          <SearchField label={t('courses.search')} text={text} onChange={(value) => choose({ text: value }, { replace: true })} />
          <Select
            size="xs"
            w={260}
            aria-label={t('courses.competency')}
            placeholder={t('courses.anyCompetency')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common.clear') }}
            nothingFoundMessage={t('common.nothingFound')}
            data={competencies.map((one) => ({ value: one.id, label: one.name }))}
            value={competencyId}
            onChange={(value) => choose({ competency: value }, { replace: true })}
          />
        </Group>
        {!courses && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
        {courses?.length === 0 && <EmptyState icon="search" title={t('courses.none')} />}
        {courses && courses.length > 0 && (
          <>
            <Table highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('courses.name')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('courses.reaches')}</Table.Th>
                  <Table.Th visibleFrom="md">{t('courses.after')}</Table.Th>
                  <Table.Th visibleFrom="md">{t('courses.provider')}</Table.Th>
                  <Table.Th ta="end" style={{ whiteSpace: 'nowrap' }}>
                    {t('courses.hours')}
                  </Table.Th>
                  {mayChange && (
                    <Table.Th>
                      <span className="visually-hidden">{t('common.actions')}</span>
                    </Table.Th>
                  )}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {courses.map((course) => (
                  <Table.Tr key={course.id}>
                    <Table.Td>
                      {course.title} {course.mboBasics && <Badge size="xs" variant="light">{t('courses.basics')}</Badge>}
                      <Text size="xs" c="dimmed">
                        {course.code}
                      </Text>
                      <Text size="xs" c="dimmed" hiddenFrom="sm">
                        {reachedBy(course)}
                      </Text>
                    </Table.Td>
                    <Table.Td visibleFrom="sm">{reachedBy(course)}</Table.Td>
                    <Table.Td visibleFrom="md">{course.prerequisites.map((one) => one.code).join(' · ')}</Table.Td>
                    <Table.Td visibleFrom="md">{course.provider}</Table.Td>
                    <Table.Td ta="end" className="number">
                      {course.hours}
                    </Table.Td>
                    {mayChange && (
                      <Table.Td ta="end">
                        <ActionIcon variant="subtle" color="gray.7" aria-label={t('courses.editOf', { name: course.title })} onClick={() => setEditing(course)}>
                          <Icon name="edit" />
                        </ActionIcon>
                      </Table.Td>
                    )}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <MoreButton pages={pages} />
          </>
        )}
      </div>
      {editing && <CourseDrawer course={editing === 'new' ? null : editing} competencies={competencies} onDone={pages.reload} onClose={() => setEditing(null)} />}
    </PageFrame>
  );
}

/** The competency with the level that the course reaches, by its name. */
function reachedBy({ competency, reachesLevel }: CourseData): string {
  return `${competency.name} · ${reachesLevel} ${competency.levels[reachesLevel - 1] ?? ''}`;
}
