import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PersonLineData } from './PersonLine';

interface PeopleTableProps {
  people: readonly PersonLineData[];
  withUnit?: boolean;
}

export function PeopleTable({ people, withUnit = true }: PeopleTableProps) {
  const { t } = useTranslation();
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('people.name')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('people.employeeNumber')}</Table.Th>
          {withUnit && <Table.Th>{t('people.unit')}</Table.Th>}
          <Table.Th visibleFrom="sm">{t('people.position')}</Table.Th>
          <Table.Th visibleFrom="md">{t('people.superior')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={person.id}>
            <Table.Td>
              <Link className="plain-link" to={`/people/${person.id}`}>
                {person.name}
              </Link>
              {!person.active && (
                <Text span size="xs" c="dimmed" ml={6}>
                  {t('common.inactive')}
                </Text>
              )}
            </Table.Td>
            <Table.Td visibleFrom="sm" className="number">
              {person.employeeNumber}
            </Table.Td>
            {withUnit && (
              <Table.Td>
                <Link className="plain-link" to={`/units/${person.unit.id}`}>
                  {person.unit.name}
                </Link>
              </Table.Td>
            )}
            <Table.Td visibleFrom="sm">{person.position?.title}</Table.Td>
            <Table.Td visibleFrom="md">
              {person.superior && (
                <Link className="plain-link" to={`/people/${person.superior.id}`}>
                  {person.superior.name}
                </Link>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
