import { Select, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/useLanguage';
import { labelOf, placeOf, type ColumnChoice, type ImportField } from './columns';
import type { ImportKind } from './importRecords';
import { isNeeded, missingKeys, missingOfNew } from './needed';

interface ColumnMatchProps {
  kind: ImportKind;
  fields: readonly ImportField[];
  header: readonly string[];
  chosen: ColumnChoice;
  detected: ColumnChoice;
  onChange: (chosen: ColumnChoice) => void;
}

/** Which column of the file fills which field, and which of those that are needed have none. */
export function ColumnMatch({ kind, fields, header, chosen, detected, onChange }: ColumnMatchProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns = [...new Set(header.filter((name) => name !== ''))];
  const namesOf = (names: readonly string[], type: Intl.ListFormatType) => new Intl.ListFormat(language, { type }).format(names.map((name) => placeOf(name, fields, language)));
  const [keys, ofNew] = [missingKeys(kind, chosen), missingOfNew(kind, chosen)];
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
              <Table.Td>
                {label}
                {isNeeded(kind, name) && (
                  <Text span c="var(--mantine-color-error)">
                    {' *'}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  aria-label={t('imports.columnFor', { field: label })}
                  placeholder={t('imports.noColumn')}
                  aria-required={isNeeded(kind, name)}
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
      <div role="status">
        {keys.length > 0 && (
          <Text size="sm" px="md" pt="sm" c="var(--mantine-color-error)">
            {t('imports.keysMissing', { fields: namesOf(keys, 'disjunction') })}
          </Text>
        )}
        {ofNew.length > 0 && (
          <Text size="sm" px="md" py="sm">
            {t('imports.fieldsMissing', { fields: namesOf(ofNew, 'conjunction') })}
          </Text>
        )}
      </div>
    </>
  );
}
