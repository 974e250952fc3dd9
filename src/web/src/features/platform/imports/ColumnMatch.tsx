import { Select, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/useLanguage';
import { labelOf, type ColumnChoice, type ImportField } from './columns';

interface ColumnMatchProps {
  fields: readonly ImportField[];
  header: readonly string[];
  chosen: ColumnChoice;
  detected: ColumnChoice;
  onChange: (chosen: ColumnChoice) => void;
}

/** Which column of the file fills which field. */
export function ColumnMatch({ fields, header, chosen, detected, onChange }: ColumnMatchProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = [...new Set(header.filter((name) => name !== ''))];
  return (
    <>
      <Text size="sm" c="dimmed" px="md" pt="sm">
        {t('imports.columnsHint')}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="45%">{t('imports.field')}</Table.Th>
            <Table.Th>{t('imports.column')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => ({ name: field.name, label: labelOf(field, language) })).map(({ name, label }) => (
            <Table.Tr key={name}>
              <Table.Td>{label}</Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  aria-label={t('imports.columnFor', { field: label })}
                  placeholder={t('imports.noColumn')}
                  searchable
                  clearable={detected[name] === undefined}
                  clearButtonProps={{ 'aria-label': t('common.clear') }}
                  data={columns}
                  value={chosen[name] ?? null}
                  onChange={(column) => onChange(Object.fromEntries(Object.entries({ ...chosen, [name]: column }).filter((entry): entry is [string, string] => entry[1] !== null)))}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
