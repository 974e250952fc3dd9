import { ActionIcon, Anchor, Checkbox, Group, Table, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResultOf } from '../../../api/graphql';
import { useConnection } from '../../../api/useConnection';
import { EmptyState } from '../../../components/EmptyState';
import { FailureState } from '../../../components/FailureState';
import { Icon } from '../../../components/Icon';
import { LoadingRows } from '../../../components/LoadingRows';
import { MoreButton } from '../../../components/MoreButton';
import { Section } from '../../../components/Section';
import { groupDecimal } from '../../../format/decimal';
import { MadeQuery } from './cards';
import styles from './Scorecards.module.css';
import type { Made } from './useMaking';

type MadeCard = NonNullable<Extract<NonNullable<ResultOf<typeof MadeQuery>['node']>, { scorecards: unknown }>['scorecards']>['cards']['nodes'][number];

interface MadeReportProps {
  jobId: string;
  made: Made;
  cycleId: string;
}

/** Person by person what was made, or would be, and what could not and why. */
export function MadeReport({ jobId, made, cycleId }: MadeReportProps) {
  const { t } = useTranslation();
  const [isProblems, setProblems] = useState(made.problems > 0);
  const pages = useConnection({ query: MadeQuery, variables: { id: jobId, problemsOnly: isProblems }, pageSize: 50, of: (data) => (data.node && 'scorecards' in data.node ? data.node.scorecards?.cards : null) });
  return (
    <Section
      title={t(made.written ? 'scorecards.wasMade' : 'scorecards.wouldBeMade')}
      actions={
        made.written && (
          <Anchor component={Link} size="sm" to={`/scorecards?cycle=${cycleId}`}>
            {t('scorecards.title')}
          </Anchor>
        )
      }
    >
      <Group px="md" py="xs" justify="space-between">
        <Text size="sm" role="status">
          {t('scorecards.madeCounts', { created: made.created, activated: made.activated, unchanged: made.unchanged, problems: made.problems })}
        </Text>
        <Checkbox size="xs" label={t('scorecards.problemsOnly')} checked={isProblems} onChange={(event) => setProblems(event.currentTarget.checked)} />
      </Group>
      {!pages.nodes && (pages.error ? <FailureState error={pages.error} onRetry={pages.reload} /> : <LoadingRows />)}
      {pages.nodes?.length === 0 && <EmptyState icon="check" title={t(isProblems ? 'scorecards.noProblems' : 'scorecards.nobody')} />}
      {pages.nodes && pages.nodes.length > 0 && <MadeTable cards={pages.nodes} />}
      <MoreButton pages={pages} />
    </Section>
  );
}

function MadeTable({ cards }: { cards: readonly MadeCard[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table aria-label={t('scorecards.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36}>
              <span className="visually-hidden">{t('common.actions')}</span>
            </Table.Th>
            <Table.Th>{t('scorecards.person')}</Table.Th>
            <Table.Th>{t('people.unit')}</Table.Th>
            <Table.Th>{t('scorecards.result')}</Table.Th>
            <Table.Th ta="end">{t('scorecards.itemCount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cards.map(({ person, result, problem, items }) => (
            <Fragment key={person.id}>
              <Table.Tr data-made={person.employeeNumber}>
                <Table.Td>
                  {items.length > 0 && (
                    <ActionIcon variant="subtle" color="gray.7" aria-expanded={open === person.id} aria-label={t('scorecards.itemsOf', { name: person.name })} onClick={() => setOpen(open === person.id ? null : person.id)}>
                      <Icon name={open === person.id ? 'chevronDown' : 'chevronRight'} />
                    </ActionIcon>
                  )}
                </Table.Td>
                <Table.Th scope="row" fw={400}>
                  <Link className="plain-link" to={`/people/${person.id}`}>
                    {person.name}
                  </Link>
                  <Text size="xs" c="dimmed" className="number">
                    {person.employeeNumber}
                  </Text>
                </Table.Th>
                <Table.Td>{person.unit.name}</Table.Td>
                <Table.Td>
                  {t(`enums.MadeScorecardResult.${result}`)}
                  {problem && (
                    <Text size="sm" maw={420}>
                      <Icon name="warning" size={12} /> {problem}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="end" className="number">
                  {items.length}
                </Table.Td>
              </Table.Tr>
              {open === person.id && (
                <Table.Tr>
                  <Table.Td colSpan={5} className={styles.detail}>
                    <Table verticalSpacing={2} withRowBorders={false} maw={720}>
                      <Table.Tbody>
                        {items.map(({ objective, weight }) => (
                          <Table.Tr key={objective.id}>
                            <Table.Td>{objective.title}</Table.Td>
                            <Table.Td ta="end" className="number">
                              {groupDecimal(weight)}
                            </Table.Td>
                          </Table.Tr>
                        ))}
                      </Table.Tbody>
                    </Table>
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
