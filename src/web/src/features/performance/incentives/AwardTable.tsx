import { ActionIcon, Anchor, Table } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../../components/Icon';
import styles from './Incentives.module.css';
import { groupMoney } from './money';
import type { AwardData } from './schemes';

interface AwardTableProps {
  awards: readonly AwardData[];
  withPerson?: boolean;
}

/** Awards, each with how it came about behind a row that opens. */
export function AwardTable({ awards, withPerson = false }: AwardTableProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(withPerson ? null : (awards[0] ? keyOf(awards[0]) : null));
  return (
    <Table.ScrollContainer minWidth={460}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(withPerson ? 'incentives.person' : 'incentives.scheme')}</Table.Th>
            <Table.Th ta="end">{t('incentives.individual')}</Table.Th>
            <Table.Th ta="end">{t('incentives.team')}</Table.Th>
            <Table.Th ta="end">{t('incentives.company')}</Table.Th>
            <Table.Th ta="end">{t('incentives.total')}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t('common.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {awards.map((award) => {
            const key = keyOf(award);
            const isOpen = open === key;
            return (
              <Fragment key={key}>
                <Table.Tr>
                  <Table.Td>
                    {withPerson ? (
                      <Anchor component={Link} to={`/people/${award.person.id}`} size="sm">
                        {award.person.name}
                      </Anchor>
                    ) : (
                      award.scheme.name
                    )}
                  </Table.Td>
                  {[award.individual, award.team, award.company].map((part, index) => (
                    <Table.Td key={index} ta="end" className="number">
                      {groupMoney(part.amount, award.total.currency)}
                    </Table.Td>
                  ))}
                  <Table.Td ta="end" className="number" fw={600}>
                    {groupMoney(award.total.amount, award.total.currency)} {award.total.currency}
                  </Table.Td>
                  <Table.Td ta="end">
                    <ActionIcon variant="subtle" color="gray.7" aria-expanded={isOpen} aria-label={t('incentives.why', { name: withPerson ? award.person.name : award.scheme.name })} onClick={() => setOpen(isOpen ? null : key)}>
                      <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} />
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
                {isOpen && (
                  <Table.Tr>
                    <Table.Td colSpan={6}>
                      <ol className={styles.steps}>
                        {award.steps.map((step) => (
                          <li key={step}>{step}</li>
                        ))}
                      </ol>
                    </Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const keyOf = (award: AwardData) => `${award.scheme.id} ${award.person.id}`;
