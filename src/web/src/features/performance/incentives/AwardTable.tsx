import { ActionIcon, Anchor, Table, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../../components/Icon';
import { usePhone } from '../../../components/usePhone';
import styles from './Incentives.module.css';
import { groupMoney } from './money';
import type { AwardData } from './schemes';

interface AwardTableProps {
  awards: readonly AwardData[];
  withPerson?: boolean;
}

const parts = ['individual', 'team', 'company'] as const;

/** Awards, each with how it came about behind a row that opens; there a phone also shows the parts of its total. */
export function AwardTable({ awards, withPerson = false }: AwardTableProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(withPerson ? null : (awards[0] ? keyOf(awards[0]) : null));
  const phone = usePhone();
  return (
    <Table.ScrollContainer minWidth={phone ? 0 : 460}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(withPerson ? 'incentives.person' : 'incentives.scheme')}</Table.Th>
            {parts.map((part) => (
              <Table.Th key={part} ta="end" visibleFrom="sm">
                {t(`incentives.${part}`)}
              </Table.Th>
            ))}
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
                  {parts.map((part) => (
                    <Table.Td key={part} ta="end" className="number" visibleFrom="sm">
                      {groupMoney(award[part].amount, award.total.currency)}
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
                    <Table.Td colSpan={phone ? 3 : 6}>
                      {phone &&
                        parts.map((part) => (
                          <Text key={part} size="sm" className={styles.part}>
                            {t(`incentives.${part}`)} <span className="number">{groupMoney(award[part].amount, award.total.currency)}</span>
                          </Text>
                        ))}
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
